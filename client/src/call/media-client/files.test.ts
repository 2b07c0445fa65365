import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type FileOffer, fileId, memberId, transferId } from '@ajar/shared';
import { describe, expect, it, vi } from 'vitest';
import { Files } from './files.ts';

const id = (last: number) => `0199aaaa-0000-4000-8000-00000000000${last}`;
const theirs = fileId.parse(id(1));
const transfer = transferId.parse(id(2));
const amara = memberId.parse(id(3));
const me = memberId.parse(id(4));
const bytes = new Uint8Array(300_000).fill(7);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const offer: FileOffer = {
  fileId: theirs,
  memberId: amara,
  name: 'Amara Osei',
  file: 'paper.pdf',
  size: bytes.length,
  sha256,
  at: '2026-11-22T12:00:00.000Z',
};

/** The page of a taker, with a data channel that brings whatever the test says. */
function takers() {
  const consumer = Object.assign(new EventEmitter(), { readyState: 'open', binaryType: '' });
  const close = vi.fn();
  const asked: [string, unknown][] = [];
  const ask = vi.fn(async (name: string, data: unknown) => {
    asked.push([name, data]);
    if (name === 'offerFile') return { fileId: theirs };
    return name === 'takeFile' ? { transferId: transfer, transport: {} } : {};
  });
  const connect = async () => ({ consumeData: async () => consumer, close });
  const files = new Files({ ask: ask as never, me: () => me, connect: connect as never });
  const coming = { transferId: transfer, dataConsumerId: 'c', dataProducerId: 'p', sctpStreamParameters: {} };
  const bring = (part: Uint8Array) => consumer.emit('message', part.slice().buffer);
  const state = () => files.state.getState().files[0];
  return { files, coming, bring, state, asked, close };
}

describe('taking a file', () => {
  it('says how much it has as it comes, and keeps it when it is whole and right', async () => {
    const { files, coming, bring, state, asked, close } = takers();
    files.offered(offer);
    expect(state()).toMatchObject({ state: 'offered', mine: false });
    await files.take(theirs);
    await files.comes(coming);
    expect(asked).toEqual([
      ['takeFile', { fileId: theirs }],
      ['haveOfFile', { transferId: transfer, bytes: 0 }],
    ]);
    bring(bytes.subarray(0, 200_000));
    await vi.waitFor(() => expect(state()).toMatchObject({ state: 'taking', have: 200_000 }));
    bring(bytes.subarray(200_000));
    await vi.waitFor(() => expect(state()).toMatchObject({ state: 'taken', url: expect.stringContaining('blob:') }));
    expect(asked).toContainEqual(['haveOfFile', { transferId: transfer, bytes: 200_000 }]);
    expect(asked.at(-1)).toEqual(['endFile', { transferId: transfer }]);
    await vi.waitFor(() => expect(close).toHaveBeenCalled());
    files.close();
  });

  it.each([
    ['other bytes', new Uint8Array(300_000).fill(8)],
    ['more bytes', new Uint8Array(300_001).fill(7)],
  ])('keeps nothing of a file that brings %s than were offered', async (_what, wrong) => {
    const { files, coming, bring, state } = takers();
    files.offered(offer);
    await files.take(theirs);
    await files.comes(coming);
    bring(wrong);
    await vi.waitFor(() => expect(state()).toMatchObject({ state: 'failed', url: null }));
    files.close();
  });

  it('can be stopped and taken again, and is over when its giver is gone', async () => {
    const { files, coming, state, asked } = takers();
    files.offered(offer);
    await files.take(theirs);
    files.cancel(theirs);
    expect(state()).toMatchObject({ state: 'offered', have: 0 });
    expect(asked.at(-1)).toEqual(['endFile', { transferId: transfer }]);
    await files.take(theirs);
    await files.comes(coming);
    files.ended({ transferId: transfer });
    files.gone(theirs);
    expect(state()).toMatchObject({ state: 'gone', url: null });
    files.close();
  });

  it('offers again what was on offer when the place in the room is a new one', async () => {
    const { files, asked } = takers();
    await files.offer(new File([bytes], 'mine.pdf'));
    files.offered({ ...offer, memberId: me, file: 'mine.pdf' });
    files.offered({ ...offer, fileId: fileId.parse(id(5)) });
    files.entered();
    expect(files.state.getState().files).toMatchObject([{ memberId: amara, state: 'gone' }]);
    await vi.waitFor(() => expect(asked.filter(([name]) => name === 'offerFile')).toHaveLength(2));
    expect(asked[1]).toEqual(asked[0]);
    files.close();
  });

  it('offers nothing that is empty or too large', async () => {
    const { files, asked } = takers();
    await expect(files.offer(new File([], 'nothing.txt'))).rejects.toMatchObject({ code: 'file-empty' });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.bin');
    await expect(files.offer(large)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(asked).toEqual([]);
  });
});
