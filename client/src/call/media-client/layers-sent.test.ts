import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LayersLeaving, type LayersSentOptions, watchLayersSent } from './layers-sent.ts';

/** A camera of 15 pictures a second, looked at five times a second. */
class Camera {
  readonly leaving = new LayersLeaving();
  readonly #pictures = [0, 0, 0];
  limit = 2;
  #at = 0;

  /** Sends these layers for so many ms. @returns what was found at the end. */
  send(layers: readonly number[], lasting: number): number {
    let found = Number.NaN;
    for (const end = this.#at + lasting; this.#at < end; ) {
      this.#at += 200;
      for (const layer of layers) this.#pictures[layer] = (this.#pictures[layer] ?? 0) + 3;
      found = this.leaving.look([...this.#pictures], this.limit, this.#at);
    }
    return found;
  }
}

describe('LayersLeaving', () => {
  it('finds that a layer is gone within half a second, and back after one', () => {
    const camera = new Camera();
    expect(camera.send([0, 1, 2], 2_000)).toBe(2);
    expect(camera.send([0, 1], 200)).toBe(2);
    expect(camera.send([0, 1], 200)).toBe(1);
    expect(camera.send([0], 400)).toBe(0);
    expect(camera.send([0, 1], 1_000)).toBe(0);
    expect(camera.send([0, 1], 200)).toBe(1);
    expect(camera.send([0, 1, 2], 1_000)).toBe(1);
    expect(camera.send([0, 1, 2], 200)).toBe(2);
  });

  it('takes a layer that comes and goes for gone', () => {
    const camera = new Camera();
    camera.send([0, 1, 2], 1_000);
    camera.send([0, 1], 400);
    for (let n = 0; n < 5; n += 1) {
      expect(camera.send([0, 1, 2], 600)).toBe(1);
      expect(camera.send([0, 1], 600)).toBe(1);
    }
  });

  it('misses no layer that is not to be sent, and none that has just been asked for', () => {
    const camera = new Camera();
    camera.send([0, 1, 2], 1_000);
    camera.limit = 1;
    expect(camera.send([0, 1], 5_000)).toBe(2);
    camera.limit = 2;
    expect(camera.send([0, 1], 200)).toBe(2);
    expect(camera.send([0, 1, 2], 2_000)).toBe(2);
  });

  it('finds nothing where no picture leaves at all', () => {
    const camera = new Camera();
    expect(camera.send([], 2_000)).toBe(2);
    camera.send([0, 1, 2], 1_000);
    expect(camera.send([], 5_000)).toBe(2);
  });

  it('knows nothing any more after a rest', () => {
    const camera = new Camera();
    camera.send([0, 1, 2], 1_000);
    expect(camera.send([0, 1], 1_000)).toBe(1);
    camera.leaving.rest();
    expect(camera.send([0, 1], 200)).toBe(2);
    expect(camera.send([0, 1], 600)).toBe(1);
  });
});

describe('watchLayersSent', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A producer of three layers that sends these. */
  function watched(tell: LayersSentOptions['tell']) {
    const pictures = [0, 0, 0];
    const close: (() => void)[] = [];
    const sender = {
      getParameters: () => ({ encodings: [{ rid: 'r0' }, { rid: 'r1' }, { rid: 'r2' }] }),
      getStats: async () =>
        // In any order, as browsers give them.
        new Map([2, 0, 1].map((n) => [n, { type: 'outbound-rtp', rid: `r${n}`, framesEncoded: pictures[n] }])),
    };
    const producer = {
      rtpSender: sender,
      closed: false,
      observer: { once: (_: string, run: () => void) => close.push(run) },
    };
    watchLayersSent({ producer: producer as unknown as LayersSentOptions['producer'], limit: () => 2, tell });
    return {
      send: async (layers: readonly number[], looks: number) => {
        for (let n = 0; n < looks; n += 1) {
          for (const layer of layers) pictures[layer] = (pictures[layer] ?? 0) + 3;
          await vi.advanceTimersByTimeAsync(200);
        }
      },
      close: () => {
        for (const run of close) run();
      },
    };
  }

  it('tells what is gone and back once each, and nothing of a camera that sends all', async () => {
    const tell = vi.fn(async () => {});
    const { send } = watched(tell);
    await send([0, 1, 2], 20);
    expect(tell).not.toHaveBeenCalled();
    await send([0, 1], 10);
    await send([0, 1, 2], 20);
    expect(tell.mock.calls).toEqual([[1], [2]]);
  });

  it('tells again what was not heard', async () => {
    const tell = vi.fn<LayersSentOptions['tell']>().mockRejectedValueOnce(new Error('nobody there'));
    const { send } = watched(tell);
    await send([0, 1, 2], 5);
    await send([0, 1], 10);
    expect(tell.mock.calls).toEqual([[1]]);
    await send([0, 1], 10);
    expect(tell.mock.calls).toEqual([[1], [1]]);
  });

  it('ends with its producer', async () => {
    const tell = vi.fn(async () => {});
    const { send, close } = watched(tell);
    await send([0, 1, 2], 5);
    close();
    await send([0, 1], 10);
    expect(tell).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
