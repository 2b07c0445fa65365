import { describe, expect, it, vi } from 'vitest';
import { type Shaper, Shaping } from './shaping.ts';

/** As much of a track as is touched here. */
function track(name: string): MediaStreamTrack {
  const made = { id: name, readyState: 'live', stop: () => Object.assign(made, { readyState: 'ended' }) };
  return made as unknown as MediaStreamTrack;
}

/** A shaper that is done when the test says so. */
function slow() {
  const asked = Promise.withResolvers<MediaStreamTrack>();
  const close = vi.fn();
  const shaper: Shaper = async () => ({ track: await asked.promise, close });
  return { shaper, close, done: asked.resolve, fails: asked.reject };
}

function watched() {
  const put: (string | null)[] = [];
  const shaping = new Shaping((next) => put.push(next?.id ?? null));
  return { put, shaping };
}

describe('Shaping', () => {
  it('sends the device as it is while nothing is made of it', async () => {
    const { put, shaping } = watched();
    shaping.take(track('raw'));
    await vi.waitFor(() => expect(put).toEqual(['raw']));
  });

  it('never shows the device before what should be made of it', async () => {
    const { put, shaping } = watched();
    const blur = slow();
    shaping.use(blur.shaper);
    shaping.take(track('raw'));
    await Promise.resolve();
    expect(put).toEqual([]);
    blur.done(track('blurred'));
    await vi.waitFor(() => expect(put).toEqual(['blurred']));
  });

  it('lets the device go on where nothing can be made of it', async () => {
    const { put, shaping } = watched();
    const blur = slow();
    shaping.use(blur.shaper);
    shaping.take(track('raw'));
    blur.fails(new Error('no'));
    await vi.waitFor(() => expect(put).toEqual(['raw']));
  });

  it('sends the device as it is at once when nothing is to be made of it any more', async () => {
    const { put, shaping } = watched();
    const blur = slow();
    const made = track('blurred');
    shaping.use(blur.shaper);
    shaping.take(track('raw'));
    blur.done(made);
    await vi.waitFor(() => expect(put).toEqual(['blurred']));
    shaping.use(null);
    expect(put).toEqual(['blurred', 'raw']);
    expect(made.readyState).toBe('ended');
    expect(blur.close).toHaveBeenCalledOnce();
  });

  it('keeps what is sent until the next is ready, and ends each device that is replaced', async () => {
    const { put, shaping } = watched();
    const [front, back] = [track('front'), track('back')];
    shaping.take(front);
    await vi.waitFor(() => expect(put).toEqual(['front']));
    const blur = slow();
    shaping.use(blur.shaper);
    shaping.take(back);
    await Promise.resolve();
    expect(front.readyState).toBe('live');
    blur.done(track('blurred back'));
    await vi.waitFor(() => expect(front.readyState).toBe('ended'));
    expect(put).toEqual(['front', 'blurred back']);
    expect(back.readyState).toBe('live');
  });

  it('drops what came too late', async () => {
    const { put, shaping } = watched();
    const blur = slow();
    const raw = track('raw');
    shaping.use(blur.shaper);
    shaping.take(raw);
    shaping.take(null);
    blur.done(track('blurred'));
    await vi.waitFor(() => expect(blur.close).toHaveBeenCalledOnce());
    expect(put).toEqual([null]);
    expect(raw.readyState).toBe('ended');
  });
});
