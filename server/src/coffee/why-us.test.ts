import type { DrawingId, DrawingListed } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../ids/index.ts';
import { blocks, likenesses, supervisions } from '../people/tables.ts';
import { forgetDrawings } from './replay.ts';
import { drawings, pairings } from './tables.ts';
import { openStaffHouse } from './testing.ts';
import { drawingsListed } from './why-us.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: Awaited<ReturnType<typeof openStaffHouse>>;
beforeEach(async () => {
  house = await openStaffHouse();
});

describe('why us', () => {
  test('names each table, what was weighed, the seed and the policy, and nothing of who was not paired', async () => {
    const id = await house.draw(house.programId, await house.everybody());
    const seen = await house.explained(id);
    expect(seen).toMatchObject({ drawingId: id, kind: 'table', round: null, tables: 3, people: 6, seed: 7, policy: 0 });
    expect(seen).toMatchObject({ preset: 'Mix across the institution', replay: 'yes' });
    const names = seen.seating.flatMap((table) => table.people.map(({ name }) => name));
    expect([...names].sort()).toEqual(
      ['Amara Osei', 'Bea Lindqvist', 'Chidi Mensah', 'Dana Whitfield', 'Eli Nakamura', 'Farah Haddad'].sort(),
    );
    for (const { pairs, points } of seen.seating) {
      expect(pairs).toHaveLength(1);
      expect(pairs[0]?.weighed).toContainEqual({ name: 'neverMet', points: 40 });
      expect(points).toBe(pairs[0]?.weighed.reduce((sum, factor) => sum + factor.points, 0));
    }
    expect(seen.rules?.map(({ name }) => name)).toEqual(['supervision', 'metRecently', 'noLanguageInCommon']);
    expect(JSON.stringify(seen)).not.toMatch(/likeness|block|salt|waiting/i);
  });

  test('is the same, byte for byte, whether or not people are alike in private, and whoever blocked whom', async () => {
    const { db } = house;
    const texts: string[] = [];
    for (const secret of ['none', 'alike', 'blocked']) {
      const { program, ids } = await house.programOf(12);
      const [first, , , last] = [ids[0], ids[1], ids[2], ids[11]];
      const faith = { attribute: 'faith', value: 'quaker', wanted: true };
      if (secret === 'alike' && first && last) {
        await db.insert(likenesses).values([first, last].map((memberId) => ({ memberId, ...faith })));
      }
      if (secret === 'blocked' && first && last) await db.insert(blocks).values({ blockerId: first, blockedId: last });
      const id = await house.draw(program, ids);
      await house.farahTo(program);
      const response = await house.farah.go(`/api/coffee/drawings/${id}`);
      const text = await response.text();
      expect(response.status).toBe(200);
      const sitTogether = (await house.explained(id)).seating.some(({ people }) =>
        [first, last].every((one) => people.some(({ memberId }) => memberId === one)),
      );
      expect([secret, sitTogether]).toEqual([secret, secret === 'alike']);
      expect(text).not.toMatch(/quaker|faith/);
      const unnamed = text
        .replaceAll(/"name":"Person \d+"/g, '"name":"somebody"')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id')
        .replaceAll(/\d{4}-[^"]*Z/g, 'a time');
      texts.push(unnamed);
      const again = await house.farah.go(`/api/coffee/drawings/${id}/replay`, { method: 'POST' });
      expect([again.status, await again.json()]).toEqual([200, { same: true }]);
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });

  test('keeps to itself what concerns fewer than five people, and counts five', async () => {
    const { db } = house;
    const { program, ids } = await house.programOf(9);
    await house.farahTo(program);
    const [one, ...others] = ids;
    if (!one) throw new Error('nobody');
    await db
      .insert(supervisions)
      .values(others.slice(0, 3).map((supervisedId) => ({ supervisorId: one, supervisedId })));
    const few = await house.explained(await house.draw(program, ids));
    expect(few.rules?.[0]).toEqual({ name: 'supervision', people: null });
    await db
      .insert(supervisions)
      .values(others.slice(3, 4).map((supervisedId) => ({ supervisorId: one, supervisedId })));
    const five = await house.explained(await house.draw(program, ids));
    expect(five.rules?.[0]).toEqual({ name: 'supervision', people: 5 });
  });

  test('a drawing is made again with the same tables, and says so when what is stored was tampered with', async () => {
    const { db } = house;
    const id = await house.draw(house.programId, await house.everybody());
    const replayed = async () => (await house.farah.go(`/api/coffee/drawings/${id}/replay`, { method: 'POST' })).json();
    expect(await replayed()).toEqual({ same: true });
    const [kept] = await db.select().from(drawings).where(eq(drawings.id, id));
    const round = kept?.round as { people: { division: string | null }[] };
    const people = round.people.map((person, n) => ({ ...person, division: n < 2 ? `division ${n}` : null }));
    await db
      .update(drawings)
      .set({ round: { ...round, people } })
      .where(eq(drawings.id, id));
    expect(await replayed()).toEqual({ same: false });
    expect(await db.select().from(pairings).where(eq(pairings.drawingId, id))).toHaveLength(3);
  });

  test('a drawing whose input is forgotten, or that was drawn another way, keeps its reasons and cannot be replayed', async () => {
    const { db } = house;
    const id = await house.draw(house.programId, await house.everybody());
    const { seating } = await house.explained(id);
    await forgetDrawings(db, new Date(Date.now() + 89 * 24 * 3600_000));
    expect((await house.explained(id)).replay).toBe('yes');
    await forgetDrawings(db, new Date(Date.now() + 91 * 24 * 3600_000));
    expect(await house.explained(id)).toMatchObject({
      replay: 'forgotten',
      rules: null,
      repeatWindowDays: null,
      seating,
    });
    const refused = await house.farah.go(`/api/coffee/drawings/${id}/replay`, { method: 'POST' });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'no-replay', message: expect.stringContaining('forgotten') },
    ]);
    await db.update(drawings).set({ policyVersion: '0 Pure chance 00000000' }).where(eq(drawings.id, id));
    expect((await house.explained(id)).replay).toBe('drawn-otherwise');
  });

  test('drawings are listed newest first, some at a time, each once, and only those of the programme', async () => {
    type Listed = { drawings: DrawingListed[]; more: boolean };
    expect(await house.farah.read<Listed>('/api/coffee/drawings')).toEqual({ drawings: [], more: false });
    const people = await house.everybody();
    const made: DrawingId[] = [];
    for (let n = 0; n < drawingsListed + 2; n += 1) made.unshift(await house.draw(house.programId, people));
    const { program, ids } = await house.programOf(2);
    const elsewhere = await house.draw(program, ids);
    const first = await house.farah.read<Listed>('/api/coffee/drawings');
    expect(first.more).toBe(true);
    expect(first.drawings).toHaveLength(drawingsListed);
    expect(first.drawings[0]).toMatchObject({ drawingId: made[0], kind: 'table', people: 6, tables: 3 });
    const then = await house.farah.read<Listed>(`/api/coffee/drawings/${first.drawings.at(-1)?.drawingId}/earlier`);
    expect(then.more).toBe(false);
    expect([...first.drawings, ...then.drawings].map(({ drawingId }) => drawingId)).toEqual(made);
    for (const path of [elsewhere, newId()]) {
      expect((await house.farah.go(`/api/coffee/drawings/${path}`)).status).toBe(404);
      expect((await house.farah.go(`/api/coffee/drawings/${path}/replay`, { method: 'POST' })).status).toBe(404);
    }
  });
});
