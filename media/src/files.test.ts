import { fileId, type mediaProtocol, type RequestData, transferId } from '@ajar/shared';
import { expect, test } from 'vitest';
import { claimsOf, joined, newRoom, startNode } from './testing.ts';

const paper: RequestData<typeof mediaProtocol, 'offerFile'> = {
  file: 'paper.pdf',
  size: 1_000,
  sha256: 'ab'.repeat(32),
};
const stream = { streamId: 1, ordered: true };

async function threeInARoom() {
  const started = await startNode();
  const room = newRoom();
  const amara = await joined(started.url, claimsOf(room, { name: 'Amara' }));
  const chidi = await joined(started.url, claimsOf(room, { name: 'Chidi' }));
  const dana = await joined(started.url, claimsOf(room, { name: 'Dana' }));
  return { ...started, amara: amara.caller, chidi: chidi.caller, dana: dana.caller };
}

/** Amara offers a file, and Chidi takes it. */
async function taken() {
  const all = await threeInARoom();
  const { fileId } = await all.amara.ask('offerFile', paper);
  const { transferId, transport } = await all.chidi.ask('takeFile', { fileId });
  const wanted = await all.amara.next('fileWanted');
  return { ...all, fileId, transferId, transport, wanted };
}

test('a file is offered to everybody, and nothing is asked of its giver before somebody takes it', async () => {
  const { amara, chidi, dana } = await threeInARoom();
  const { fileId } = await amara.ask('offerFile', paper);
  for (const caller of [amara, chidi, dana]) {
    expect(await caller.next('fileOffered')).toMatchObject({ ...paper, fileId, name: 'Amara' });
  }
  await amara.settle();
  expect(amara.untaken).not.toContain('fileWanted');
});

test('who takes it and who gives it have a transport each, on which it comes', async () => {
  const { amara, chidi, dana, fileId, transferId, transport, wanted } = await taken();
  expect(wanted).toMatchObject({ fileId, transferId });
  expect(wanted.transport.id).not.toBe(transport.id);
  for (const { sctpParameters } of [wanted.transport, transport]) expect(sctpParameters.port).toBe(5000);
  const { dataProducerId } = await amara.ask('sendFile', { transferId, sctpStreamParameters: stream });
  expect(await chidi.next('fileComes')).toMatchObject({ transferId, dataProducerId });
  await chidi.ask('haveOfFile', { transferId, bytes: 0 });
  expect(await amara.next('haveOfFile')).toEqual({ transferId, bytes: 0 });
  await chidi.ask('endFile', { transferId });
  expect(await amara.next('fileEnded')).toEqual({ transferId });
  const missing = { category: 'not-found', code: 'no-such-transfer' };
  await expect(chidi.ask('haveOfFile', { transferId, bytes: 1 })).rejects.toMatchObject(missing);
  await dana.settle();
  for (const name of ['fileWanted', 'fileComes', 'haveOfFile', 'fileEnded']) expect(dana.untaken).not.toContain(name);
});

test('a transfer is nobody else’s, and its two ends keep to their parts', async () => {
  const { amara, chidi, dana, transferId } = await taken();
  const missing = { category: 'not-found', code: 'no-such-transfer' };
  const send = { transferId, sctpStreamParameters: stream };
  for (const caller of [dana, chidi]) await expect(caller.ask('sendFile', send)).rejects.toMatchObject(missing);
  for (const caller of [dana, amara]) {
    await expect(caller.ask('haveOfFile', { transferId, bytes: 1 })).rejects.toMatchObject(missing);
  }
  await dana.ask('endFile', { transferId });
  await amara.ask('sendFile', send);
  const unknown = transferId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const other = { ...send, transferId: unknown as typeof transferId };
  await expect(amara.ask('sendFile', other)).rejects.toMatchObject(missing);
});

test('what is too large, empty or not a hash is bad input; nobody takes their own', async () => {
  const { amara, chidi } = await threeInARoom();
  for (const wrong of [{ size: 10 * 1024 * 1024 + 1 }, { size: 0 }, { sha256: 'x' }, { file: ' ' }]) {
    await expect(amara.ask('offerFile', { ...paper, ...wrong })).rejects.toMatchObject({ category: 'bad-input' });
  }
  await chidi.settle();
  expect(chidi.untaken).not.toContain('fileOffered');
  const { fileId: own } = await amara.ask('offerFile', paper);
  await expect(amara.ask('takeFile', { fileId: own })).rejects.toMatchObject({ code: 'own-file' });
  const nothing = fileId.parse(crypto.randomUUID());
  await expect(chidi.ask('takeFile', { fileId: nothing })).rejects.toMatchObject({ code: 'no-such-file' });
  const none = transferId.parse(crypto.randomUUID());
  await chidi.ask('endFile', { transferId: none });
});

test('with its giver goes the offer, and whatever is on its way', async () => {
  const { amara, chidi, dana, fileId, transferId } = await taken();
  await amara.ask('leave', {});
  expect(await chidi.next('fileEnded')).toEqual({ transferId });
  for (const caller of [chidi, dana]) expect(await caller.next('fileGone')).toEqual({ fileId });
  await expect(dana.ask('takeFile', { fileId })).rejects.toMatchObject({ code: 'no-such-file' });
});
