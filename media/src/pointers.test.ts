import { createWorker } from 'mediasoup';
import { expect, onTestFinished, test } from 'vitest';
import { mediaCodecs } from './codecs.ts';
import type { Peer } from './peer.ts';
import { Pointers } from './pointers.ts';
import { claimsOf, joined, newRoom, quiet, startNode, until } from './testing.ts';

const stream = { streamId: 0, ordered: false, maxPacketLifeTime: 100 };

async function twoInARoom() {
  const { url } = await startNode();
  const room = newRoom();
  const amara = await joined(url, claimsOf(room, { name: 'Amara' }));
  const chidi = await joined(url, claimsOf(room, { name: 'Chidi' }));
  return { url, room, amara: amara.caller, chidi: chidi.caller };
}

test('whoever points is received by the others over a channel that repeats nothing, and by who comes later', async () => {
  const { url, room, amara, chidi } = await twoInARoom();
  const { transport } = await amara.ask('openPointer', {});
  expect(transport.sctpParameters.maxMessageSize).toBeLessThan(1_000);
  await amara.ask('point', { sctpStreamParameters: stream });
  const coming = await chidi.next('pointerComes');
  expect(coming).toMatchObject({
    memberId: amara.claims.member,
    sctpStreamParameters: { ordered: false, maxPacketLifeTime: 100 },
  });
  const dana = await joined(url, claimsOf(room, { name: 'Dana' }));
  expect(await dana.caller.next('pointerComes')).toMatchObject({ memberId: amara.claims.member });
  await amara.settle();
  expect(amara.untaken).not.toContain('pointerComes');
  await amara.ask('leave', {});
  expect(await chidi.next('pointerGone')).toEqual({ dataConsumerId: coming.dataConsumerId });
});

test('who may only listen does not point, and nobody points through nothing', async () => {
  const { url, room, chidi } = await twoInARoom();
  const may = { speak: false, share: false, moderate: false };
  const dana = await joined(url, claimsOf(room, { name: 'Dana', may }));
  const refused = { category: 'not-allowed', code: 'may-not-point' };
  await expect(dana.caller.ask('openPointer', {})).rejects.toMatchObject(refused);
  const nothing = { category: 'conflict', code: 'no-pointer' };
  await expect(chidi.ask('point', { sctpStreamParameters: stream })).rejects.toMatchObject(nothing);
});

test('only marks on what is shared get through the worker to the others', async () => {
  const worker = await createWorker({ logLevel: 'none' });
  onTestFinished(() => worker.close());
  const router = await worker.createRouter({ mediaCodecs: mediaCodecs() });
  const claims = claimsOf(newRoom());
  const sharing = { claims, producers: [{ appData: { source: 'screen' } }] } as unknown as Peer;
  const pointers = new Pointers({ router, peers: () => [sharing], log: quiet });
  const ends = await router.createDirectTransport();
  const from = await ends.produceData();
  const down = await pointers.relay(from);
  const received: string[] = [];
  const to = await ends.consumeData({ dataProducerId: down.id });
  to.on('message', (message) => void received.push(message.toString()));

  const mark = { of: claims.member, x: 0.25, y: 0.5 };
  from.send(JSON.stringify({ ...mark, of: claimsOf(newRoom()).member }));
  from.send('x'.repeat(100_000));
  from.send('{"of":');
  from.send(JSON.stringify({ ...mark, more: 'a word' }));
  await until(() => received.length > 0);
  expect(received).toEqual([JSON.stringify(mark)]);
  from.close();
  await until(() => down.closed);
});
