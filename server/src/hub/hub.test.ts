import type { VisitId } from '@ajar/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../ids/index.ts';
import { languageOf } from '../languages/index.ts';
import { createTestHub, doorNamed, eventually, type TestHub } from './testing.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterEach(() => hub.away());
afterAll(() => hub.close());

describe('the hub socket', () => {
  test('lets nobody in who is not signed in', async () => {
    const socket = hub.stranger();
    const error = await new Promise<Error & { data?: unknown }>((resolve) => socket.once('connect_error', resolve));
    expect(error.data).toMatchObject({ category: 'not-signed-in', code: 'not-signed-in' });
  });

  test('answers a bad payload with a typed error and changes nothing', async () => {
    const { join } = await hub.program();
    const amara = await hub.window(await join('Amara'));
    for (const bad of [{ state: 'wide' }, {}, null, 'open', { state: ['open'] }]) {
      const ack = await amara.socket.timeout(5_000).emitWithAck('setDoor', bad);
      expect(ack).toMatchObject({ ok: false, error: { category: 'bad-input' } });
    }
    expect(amara.seen().mine).toMatchObject({ doorId: null, doorState: 'closed' });
  });

  test('says stop to a loop, in words, and goes on afterwards for others', async () => {
    const { join } = await hub.program();
    const [amara, bea] = [await hub.window(await join('Amara')), await hub.window(await join('Bea'))];
    const codes = await Promise.all(
      Array.from({ length: 80 }, async () => (await amara.socket.emitWithAck('leaveTable', {})).error?.code ?? 'ok'),
    );
    expect(codes).toContain('too-many');
    await expect(bea.press('leaveTable', {})).resolves.toEqual({});
  });
});

describe('the corridor', () => {
  test('a door opening, a visit and its end reach everybody as small changes', async () => {
    const { join } = await hub.program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    const [amara, chidi, dana] = [await hub.window(ids[0]), await hub.window(ids[1]), await hub.window(ids[2])];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')).toMatchObject({ state: 'open', around: true }));
    const door = doorNamed(chidi.seen(), 'Amara') ?? expect.fail('no door');

    const admission = await chidi.press('walkIn', { doorId: door.doorId });
    await eventually(() => expect(amara.admitted).toMatchObject([{ why: 'visitor' }]));
    expect(amara.admitted[0]?.admission).toMatchObject({
      encounterId: admission.encounterId,
      roomId: admission.roomId,
    });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')).toMatchObject({ busy: true }));
    expect(
      doorNamed(dana.seen(), 'Amara')
        ?.inside.map((person) => person.name)
        .sort(),
    ).toEqual(['Amara', 'Chidi']);

    const at = new Date().toISOString();
    await hub.features.encounters.joined({ roomId: admission.roomId, memberId: ids[0], at });
    await hub.features.encounters.joined({ roomId: admission.roomId, memberId: ids[1], at });
    await hub.features.encounters.left({ roomId: admission.roomId, memberId: ids[1], at });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')).toMatchObject({ busy: false, inside: [] }));
    await eventually(() => expect(amara.seen().mine.encounter).toBeNull());
  });

  test('a knock shows at the door it was made at, and its answer where it came from', async () => {
    const { join } = await hub.program();
    const [amara, chidi] = [await hub.window(await join('Amara')), await hub.window(await join('Chidi'))];
    await amara.press('setDoor', { state: 'ajar' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.state).toBe('ajar'));
    const door = doorNamed(chidi.seen(), 'Amara') ?? expect.fail('no door');
    const { visitId } = await chidi.press('knock', { doorId: door.doorId });
    await eventually(() => expect(amara.seen().mine.visitors).toMatchObject([{ name: 'Chidi', knocked: true }]));
    await amara.press('notNow', { visitId });
    await eventually(() => expect(chidi.declined).toEqual(['Amara']));
    await eventually(() => expect(chidi.seen().mine.visits).toEqual([]));
  });

  test('moving on ends a visit kindly, and calls whoever is next, who comes in', async () => {
    const { join } = await hub.program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    const [amara, chidi, dana] = [await hub.window(ids[0]), await hub.window(ids[1]), await hub.window(ids[2])];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.state).toBe('open'));
    const { doorId } = doorNamed(dana.seen(), 'Amara') ?? expect.fail('no door');
    const { encounterId, roomId } = await chidi.press('walkIn', { doorId });
    const at = new Date().toISOString();
    for (const memberId of [ids[0], ids[1]]) await hub.features.encounters.joined({ roomId, memberId, at });
    const { visitId } = await dana.press('waitInLine', { doorId });
    await eventually(() => expect(dana.seen().mine.visits).toMatchObject([{ place: 1, comeInFor: null }]));

    await amara.press('moveOn', { encounterId });
    await eventually(() => expect(chidi.movedOn).toEqual(['Amara']));
    await eventually(() => expect([amara.seen().mine.encounter, chidi.seen().mine.encounter]).toEqual([null, null]));
    await eventually(() => expect(dana.seen().mine.visits).toMatchObject([{ comeInFor: expect.any(Number) }]));
    await eventually(() => expect(amara.seen().mine.visitors).toMatchObject([{ name: 'Dana', called: true }]));
    const second = await dana.press('comeIn', { visitId });
    expect(second.encounterId).not.toBe(encounterId);
    const last = () => amara.admitted.at(-1)?.admission.encounterId;
    await eventually(() => expect(last()).toBe(second.encounterId));
    expect([chidi.movedOn, dana.movedOn, chidi.declined, dana.declined]).toEqual([['Amara'], [], [], []]);
  });

  test('a door is carried to one window: the others of the same person rest, and nobody else hears of it', async () => {
    const { join } = await hub.program();
    const [ids, chidi] = [await join('Amara'), await hub.window(await join('Chidi'))];
    const [laptop, phone] = [await hub.window(ids), await hub.window(ids)];
    await laptop.press('setDoor', { state: 'open' });
    await phone.press('carryDoor', {});
    await eventually(() => expect(laptop.rests).toEqual(['door']));
    await laptop.press('carryDoor', {});
    await eventually(() => expect(phone.rests).toEqual(['door']));
    expect([laptop.rests, chidi.rests]).toEqual([['door'], []]);
  });

  test('shows the chairs that are taken and never by whom', async () => {
    const { join } = await hub.program();
    const [bea, chidi] = [await hub.window(await join('Bea')), await hub.window(await join('Chidi'))];
    await bea.press('sitDown', {});
    await eventually(() => expect(chidi.seen().table).toEqual({ taken: 1 }));
    await eventually(() => expect(bea.seen().mine.seat).not.toBeNull());
    expect(chidi.seen().mine.seat).toBeNull();
    await chidi.press('sitDown', {});
    await eventually(() => expect(bea.admitted).toMatchObject([{ why: 'coffee' }]));
    await eventually(() => expect(chidi.admitted).toMatchObject([{ why: 'coffee' }]));
  });

  test('somebody who closes their last window is away after a moment, and their door no way in', async () => {
    const { join } = await hub.program();
    const [amara, chidi] = [await hub.window(await join('Amara')), await hub.window(await join('Chidi'))];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.around).toBe(true));
    amara.socket.disconnect();
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.around).toBe(false));
  });
});

describe('languages', () => {
  test('knows the language of whoever is connected, also when they are gone', async () => {
    const { join } = await hub.program();
    const bea = await join('Bea');
    await hub.window(bea, { 'accept-language': 'fr-CA, en;q=0.5' });
    await eventually(async () => expect(await languageOf(hub.database.db, bea)).toBe('fr'));
    await hub.window(bea, { 'accept-language': 'fr', cookie: 'ajar-language=es' });
    await eventually(async () => expect(await languageOf(hub.database.db, bea)).toBe('es'));
  });

  test('refuses in the language of whoever asks', async () => {
    const { join } = await hub.program();
    const bea = await join('Bea');
    const { press } = await hub.window(bea, { 'accept-language': 'fr-CA, en;q=0.5' });
    await expect(press('comeIn', { visitId: newId<VisitId>() })).rejects.toMatchObject({
      code: 'no-such-visit',
      message: 'Cette visite est finie. Rien n’a été changé.',
    });
  });
});
