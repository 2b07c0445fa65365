import { mediaProtocol, request } from '@ajar/shared';
import { expect, test } from 'vitest';
import { claimsOf, joined, newRoom, startNode, type TestNode, until } from './testing.ts';

async function twoInARoom(started: TestNode) {
  const room = newRoom();
  const amara = await joined(started.url, claimsOf(room, { name: 'Amara' }));
  const chidi = await joined(started.url, claimsOf(room, { name: 'Chidi' }));
  return { room, amara, chidi };
}

test('hands are seen by everybody in the order they were raised', async () => {
  const started = await startNode();
  const { room, amara, chidi } = await twoInARoom(started);
  const [a, c] = [amara.caller.claims.member, chidi.caller.claims.member];
  await chidi.caller.ask('setHand', { up: true });
  await amara.caller.ask('setHand', { up: true });
  // A hand that is up already keeps its place.
  await chidi.caller.ask('setHand', { up: true });
  for (const { caller } of [amara, chidi]) {
    expect((await caller.next('floorChanged')).hands).toEqual([c]);
    expect((await caller.next('floorChanged')).hands).toEqual([c, a]);
  }
  expect((await joined(started.url, claimsOf(room))).reply.floor.hands).toEqual([c, a]);
  await chidi.caller.ask('setHand', { up: false });
  expect((await amara.caller.next('floorChanged')).hands).toEqual([a]);
});

test('reconnect-keeps-hand: a hand stays up over a lost socket and a dead worker, and goes with its owner', async () => {
  const started = await startNode({}, false);
  const { amara, chidi } = await twoInARoom(started);
  const hands = [chidi.caller.claims.member];
  await chidi.caller.ask('setHand', { up: true });
  await chidi.caller.breakConnection();
  expect((await chidi.caller.join()).floor.hands).toEqual(hands);
  for (const pid of started.node.workerPids) process.kill(pid, 'SIGKILL');
  await chidi.caller.next('rejoin');
  await until(() => started.node.ready);
  expect((await amara.caller.join()).floor.hands).toEqual(hands);
  expect((await chidi.caller.join()).floor.hands).toEqual(hands);
  await chidi.caller.ask('leave', {});
  await amara.caller.ask('leave', {});
  expect((await amara.caller.join()).floor.hands).toEqual([]);
});

test('whoever moderates lowers a hand, and its owner is told', async () => {
  const started = await startNode();
  const room = newRoom();
  const amara = await joined(
    started.url,
    claimsOf(room, { name: 'Amara', may: { speak: true, share: true, moderate: true } }),
  );
  const chidi = await joined(started.url, claimsOf(room, { name: 'Chidi' }));
  await chidi.caller.ask('setHand', { up: true });
  expect((await amara.caller.next('floorChanged')).hands).toHaveLength(1);
  await amara.caller.ask('moderate', { act: 'lower-hand', peerId: chidi.reply.peerId });
  expect((await amara.caller.next('floorChanged')).hands).toEqual([]);
  expect(await chidi.caller.next('moderated')).toEqual({ act: 'hand-lowered', by: 'Amara' });
});

test('a reaction is seen by everybody, and too many are refused', async () => {
  const started = await startNode();
  const { amara, chidi } = await twoInARoom(started);
  await chidi.caller.ask('react', { reaction: 'thanks' });
  const memberId = chidi.caller.claims.member;
  for (const { caller } of [amara, chidi]) {
    expect(await caller.next('reacted')).toEqual({ memberId, reaction: 'thanks' });
  }
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, () => chidi.caller.ask('react', { reaction: 'agree' })),
  );
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.reason).toMatchObject({ category: 'too-many' });
  // Other requests go on.
  await chidi.caller.settle();
});

test('what is written reaches everybody who is here, in one order, and nobody who comes later', async () => {
  const started = await startNode();
  const { room, amara, chidi } = await twoInARoom(started);
  await chidi.caller.ask('say', { text: '  Look: https://example.org  ' });
  await amara.caller.ask('say', { text: 'Thanks' });
  const heard = [];
  for (const { caller } of [amara, chidi]) heard.push([await caller.next('said'), await caller.next('said')]);
  expect(heard[0]).toEqual(heard[1]);
  expect(heard[0]).toMatchObject([
    { name: 'Chidi', memberId: chidi.caller.claims.member, text: 'Look: https://example.org' },
    { name: 'Amara', text: 'Thanks' },
  ]);
  const late = await joined(started.url, claimsOf(room));
  await late.caller.settle();
  expect(late.caller.untaken).toEqual([]);
  expect(JSON.stringify(late.reply)).not.toContain('example.org');
});

test('a message that is empty or too long is bad input, and a flood is refused', async () => {
  const started = await startNode();
  const { amara, chidi } = await twoInARoom(started);
  for (const data of [{}, { text: '   ' }, { text: 'x'.repeat(2_001) }, { text: 7 }]) {
    const sent = request(chidi.caller.socket, mediaProtocol, 'say', data as never);
    await expect(sent).rejects.toMatchObject({ category: 'bad-input' });
  }
  await amara.caller.settle();
  expect(amara.caller.untaken).not.toContain('said');
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, () => chidi.caller.ask('say', { text: 'again' })),
  );
  expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
});
