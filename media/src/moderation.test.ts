import { type Moderation, mediaProtocol, peerId, type RoomTokenClaims, request } from '@ajar/shared';
import { expect, test } from 'vitest';
import { cameraParameters, microphoneParameters } from './fixtures/browser.ts';
import { Caller, claimsOf, joined, newRoom, startNode, until } from './testing.ts';

const moderator: Partial<RoomTokenClaims> = {
  name: 'Amara Osei',
  may: { speak: true, share: true, moderate: true },
};

/** Amara moderates; Chidi and Dana do not. */
async function threeInARoom() {
  const started = await startNode();
  const room = newRoom();
  const amara = await joined(started.url, claimsOf(room, moderator));
  const chidi = await joined(started.url, claimsOf(room, { name: 'Chidi' }));
  const dana = await joined(started.url, claimsOf(room, { name: 'Dana' }));
  started.moments.length = 0;
  return { ...started, room, amara, chidi, dana };
}

function speak({ caller }: { caller: Caller }, paused = false) {
  return caller.ask('produce', { source: 'microphone', rtpParameters: microphoneParameters(), paused });
}

function share({ caller }: { caller: Caller }, source: 'screen' | 'screen-audio') {
  const rtpParameters = source === 'screen' ? cameraParameters() : microphoneParameters();
  return caller.ask('produce', { source, rtpParameters, paused: false });
}

test('whose token does not say so moderates nothing: each act is refused and changes nothing', async () => {
  const { url, room, node, amara, chidi, dana, moments } = await threeInARoom();
  await speak(chidi);
  await share(chidi, 'screen');
  await speak(amara);
  for (let heard = 0; heard < 3; heard += 1) await dana.caller.next('consumerReady');
  const acts: Moderation[] = [chidi, amara].flatMap(({ reply: { peerId } }) => [
    { act: 'ask-to-mute', peerId },
    { act: 'mute', peerId },
    { act: 'stop-share', peerId },
    { act: 'lower-hand', peerId },
    { act: 'remove', peerId, back: true },
    { act: 'remove', peerId, back: false },
  ]);
  acts.push({ act: 'lock', locked: true }, { act: 'answer', memberId: chidi.caller.claims.member, letIn: true });
  for (const act of acts) {
    await expect(dana.caller.ask('moderate', act)).rejects.toMatchObject({
      category: 'not-allowed',
      code: 'may-not-moderate',
    });
  }
  for (const { caller } of [amara, chidi, dana]) await caller.settle();
  expect(dana.caller.untaken.filter((name) => name !== 'peerJoined')).toEqual([]);
  expect(chidi.caller.untaken).not.toContain('moderated');
  expect(moments).toEqual([]);
  expect(node.report().peers).toBe(3);
  expect((await joined(url, claimsOf(room))).reply.floor).toEqual({
    locked: false,
    hands: [],
    knocking: [],
    muted: false,
  });
});

test('what is no act is bad input', async () => {
  const { amara } = await threeInARoom();
  const send = (data: unknown) => request(amara.caller.socket, mediaProtocol, 'moderate', data as never);
  for (const data of [
    {},
    { act: 'shout' },
    { act: 'mute' },
    { act: 'mute', peerId: 'x' },
    { act: 'lock', locked: 1 },
  ]) {
    await expect(send(data)).rejects.toMatchObject({ category: 'bad-input' });
  }
});

test('asking to mute tells who is asked, and forces nothing', async () => {
  const { amara, chidi, dana } = await threeInARoom();
  await speak(chidi);
  await dana.caller.next('consumerReady');
  await amara.caller.ask('moderate', { act: 'ask-to-mute', peerId: chidi.reply.peerId });
  expect(await chidi.caller.next('moderated')).toEqual({ act: 'asked-to-mute', by: 'Amara Osei' });
  await dana.caller.settle();
  expect(dana.caller.untaken).not.toContain('consumerPaused');
  expect(dana.caller.untaken).not.toContain('moderated');
});

test('muting pauses the microphone for everybody, and its owner turns it on again', async () => {
  const { amara, chidi, dana } = await threeInARoom();
  const { producerId } = await speak(chidi);
  const { consumerId } = await dana.caller.next('consumerReady');
  await amara.caller.ask('moderate', { act: 'mute', peerId: chidi.reply.peerId });
  expect(await dana.caller.next('consumerPaused')).toEqual({ consumerId });
  expect(await chidi.caller.next('moderated')).toEqual({ act: 'muted', by: 'Amara Osei' });
  // A second time there is nothing to turn off, and nothing is said.
  await amara.caller.ask('moderate', { act: 'mute', peerId: chidi.reply.peerId });
  await chidi.caller.settle();
  expect(chidi.caller.untaken).not.toContain('moderated');
  await chidi.caller.ask('setProducerPaused', { producerId, paused: false });
  expect(await dana.caller.next('consumerResumed')).toEqual({ consumerId });
});

test('who was muted and comes in anew is told that they are, until they turn it on themselves', async () => {
  const { url, amara, chidi, dana } = await threeInARoom();
  await speak(chidi);
  await dana.caller.next('consumerReady');
  await amara.caller.ask('moderate', { act: 'mute', peerId: chidi.reply.peerId });
  const again = await joined(url, chidi.caller.claims);
  expect(again.reply.floor.muted).toBe(true);
  expect((await joined(url, dana.caller.claims)).reply.floor.muted).toBe(false);
  await speak(again, true);
  expect((await joined(url, chidi.caller.claims)).reply.floor.muted).toBe(true);
  const last = await joined(url, chidi.caller.claims);
  const { producerId } = await speak(last, true);
  await last.caller.ask('setProducerPaused', { producerId, paused: false });
  expect((await joined(url, chidi.caller.claims)).reply.floor.muted).toBe(false);
});

test('stopping a share ends its picture and its sound, and nothing else', async () => {
  const { amara, chidi, dana } = await threeInARoom();
  await speak(chidi);
  await share(chidi, 'screen');
  await share(chidi, 'screen-audio');
  const ready = [1, 2, 3].map(() => dana.caller.next('consumerReady'));
  const consumers = [];
  for (const each of ready) consumers.push(await each);
  const shared = consumers.filter(({ source }) => source !== 'microphone').map(({ consumerId }) => consumerId);
  await amara.caller.ask('moderate', { act: 'stop-share', peerId: chidi.reply.peerId });
  const closed = [await dana.caller.next('consumerClosed'), await dana.caller.next('consumerClosed')];
  expect(new Set(closed.map(({ consumerId }) => consumerId))).toEqual(new Set(shared));
  expect(await chidi.caller.next('moderated')).toEqual({ act: 'share-stopped', by: 'Amara Osei' });
  await dana.caller.settle();
  expect(dana.caller.untaken).not.toContain('consumerClosed');
});

test('who is shown out without letting back is told so, is gone, and no token that is still valid lets them in', async () => {
  const { url, node, amara, chidi, dana, moments } = await threeInARoom();
  const heard: unknown[] = [];
  node.on('left', (moment) => void heard.push(moment));
  await amara.caller.ask('moderate', { act: 'remove', peerId: chidi.reply.peerId, back: false });
  expect(await chidi.caller.next('removed')).toEqual({ reason: 'barred', by: 'Amara Osei' });
  expect(await dana.caller.next('peerLeft')).toEqual({ peerId: chidi.reply.peerId });
  const { member } = chidi.caller.claims;
  expect(moments).toEqual([`left ${member}`]);
  expect(heard).toMatchObject([{ memberId: member, barred: true }]);
  const ended = { category: 'conflict', code: 'room-ended' };
  await expect(chidi.caller.join()).rejects.toMatchObject(ended);
  const again = await Caller.connect(url, chidi.caller.claims);
  await expect(again.join()).rejects.toMatchObject(ended);
  expect(node.report().peers).toBe(2);
});

test('who is shown out and may come back does', async () => {
  const { url, node, amara, chidi, moments } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'remove', peerId: chidi.reply.peerId, back: true });
  expect(await chidi.caller.next('removed')).toEqual({ reason: 'shown-out', by: 'Amara Osei' });
  expect(moments).toEqual([`left ${chidi.caller.claims.member}`]);
  await joined(url, chidi.caller.claims);
  expect(node.report().peers).toBe(3);
});

test('who is not there, and who moderates, is not moderated', async () => {
  const { amara } = await threeInARoom();
  const nobody = peerId.parse('01890000-0000-7000-8000-000000000000');
  const missing = { category: 'not-found', code: 'no-such-peer' };
  await expect(amara.caller.ask('moderate', { act: 'mute', peerId: nobody })).rejects.toMatchObject(missing);
  const self = amara.reply.peerId;
  const conflict = { category: 'conflict', code: 'is-moderator' };
  await expect(amara.caller.ask('moderate', { act: 'remove', peerId: self, back: false })).rejects.toMatchObject(
    conflict,
  );
});

test('a lock keeps newcomers out until they are let in, and nobody who is in', async () => {
  const { url, room, node, amara, chidi, moments } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  expect(await chidi.caller.next('floorChanged')).toMatchObject({ locked: true });
  const eli = await Caller.connect(url, claimsOf(room, { name: 'Eli' }));
  const locked = { category: 'conflict', code: 'room-locked' };
  await expect(eli.join()).rejects.toMatchObject(locked);
  expect((await amara.caller.next('floorChanged')).knocking).toEqual([]);
  const knocking = [{ memberId: eli.claims.member, name: 'Eli' }];
  expect(await amara.caller.next('floorChanged')).toMatchObject({ knocking });
  // Who does not moderate does not see who knocks.
  expect(await chidi.caller.next('floorChanged')).toMatchObject({ knocking: [] });
  // Who is in comes back as ever.
  await joined(url, chidi.caller.claims);
  await amara.caller.ask('moderate', { act: 'answer', memberId: eli.claims.member, letIn: true });
  expect(await eli.next('rejoin')).toEqual({ reason: 'let-in' });
  expect((await eli.join()).floor).toMatchObject({ locked: true });
  expect(moments).toEqual([`joined ${eli.claims.member}`]);
  expect(node.report().peers).toBe(4);
});

test('who is not let in is told so, and the hub hears that they are gone', async () => {
  const { url, room, amara, moments } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  const eli = await Caller.connect(url, claimsOf(room, { name: 'Eli' }));
  await expect(eli.join()).rejects.toMatchObject({ code: 'room-locked' });
  const answer = { act: 'answer', memberId: eli.claims.member, letIn: false } as const;
  await amara.caller.ask('moderate', answer);
  expect(await eli.next('removed')).toEqual({ reason: 'not-now', by: 'Amara Osei' });
  expect(moments).toEqual([`left ${eli.claims.member}`]);
  await expect(amara.caller.ask('moderate', answer)).rejects.toMatchObject({ code: 'nobody-knocks' });
});

test('a knock is over when whoever knocked goes away', async () => {
  const { url, room, amara } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  const eli = await Caller.connect(url, claimsOf(room, { name: 'Eli' }));
  await expect(eli.join()).rejects.toMatchObject({ code: 'room-locked' });
  const knocking = async () => {
    for (;;) {
      const floor = await amara.caller.next('floorChanged');
      if (floor.locked) return floor.knocking.length;
    }
  };
  expect(await knocking()).toBe(0);
  expect(await knocking()).toBe(1);
  eli.socket.disconnect();
  expect(await knocking()).toBe(0);
});

test('unlocked, everybody who knocked comes in; and the host of the door lets in past the lock', async () => {
  const { url, room, node, amara } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  const callers = await Promise.all([1, 2].map(() => Caller.connect(url, claimsOf(room))));
  const [eli, bea] = callers;
  if (!eli || !bea) return expect.fail('two callers');
  await expect(eli.join()).rejects.toMatchObject({ code: 'room-locked' });
  node.letIn(room, bea.claims.member);
  await bea.join();
  await amara.caller.ask('moderate', { act: 'lock', locked: false });
  expect(await eli.next('rejoin')).toEqual({ reason: 'let-in' });
  await eli.join();
  expect(node.report().peers).toBe(5);
});

test('a lock outlives the worker, as long as those inside are on their way back', async () => {
  const { url, room, node, amara, chidi } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  for (const pid of node.workerPids) process.kill(pid, 'SIGKILL');
  await amara.caller.next('rejoin');
  await until(() => node.ready);
  const eli = await Caller.connect(url, claimsOf(room));
  await expect(eli.join()).rejects.toMatchObject({ code: 'room-locked' });
  expect((await chidi.caller.join()).floor.locked).toBe(true);
});

test('an empty room forgets its lock', async () => {
  const { url, room, amara, chidi, dana } = await threeInARoom();
  await amara.caller.ask('moderate', { act: 'lock', locked: true });
  for (const { caller } of [amara, chidi, dana]) await caller.ask('leave', {});
  expect((await joined(url, claimsOf(room))).reply.floor.locked).toBe(false);
});
