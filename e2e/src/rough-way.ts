import { createSocket, type Socket as Datagrams, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { announced, behind } from './relay.ts';

/** What a way is like, in each direction. */
export interface Roughness {
  /** Share of packets that get lost, 0 to 1. */
  loss: number;
  /** In ms. */
  delay: number;
  /** In bit/s; `Infinity`: as much as is sent. What does not fit waits, and is lost when it would wait too long. */
  rate: number;
}

export const smooth: Roughness = { loss: 0, delay: 0, rate: Number.POSITIVE_INFINITY };

/** How long a packet may wait for the ones before it, in ms: about what a home router keeps. */
const longestQueue = 400;

/** One direction of one person's way. */
class Lane {
  #freeAt = 0;
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  pass(bytes: number, { loss, delay, rate }: Roughness, send: () => void): void {
    if (this.#random() < loss) return;
    const now = performance.now();
    const begins = Math.max(now, this.#freeAt);
    if (begins - now > longestQueue) return;
    this.#freeAt = begins + (bytes * 8 * 1_000) / rate;
    const wait = this.#freeAt - now + delay;
    if (wait < 1) send();
    else setTimeout(send, wait);
  }
}

/**
 * Media over UDP by a way that can be made rough for some. It does what `tc netem` does, in user space: not every kernel has
 * that one (those of small virtual machines mostly do not).
 */
export class RoughWay {
  readonly #front: Datagrams;
  /** Of both sides. */
  readonly port: number;
  #closed = false;
  readonly #flows = new Map<string, { socket: Datagrams; up: Lane; down: Lane }>();
  /** Ports from which those send whose way is rough. */
  readonly rough = new Set<number>();
  roughness = smooth;
  cut = false;

  private constructor(front: Datagrams) {
    this.#front = front;
    this.port = front.address().port;
    front.on('message', (data, from) => {
      if (this.cut) return;
      const { socket, up } = this.#flowOf(from);
      up.pass(data.length, this.#of(from.port), () => {
        if (!this.#closed) socket.send(data, this.port, behind);
      });
    });
  }

  static async listen(): Promise<RoughWay> {
    const front = createSocket({ type: 'udp4', recvBufferSize: 2 ** 20 }).bind(0, announced);
    await once(front, 'listening');
    return new RoughWay(front);
  }

  /** What is still on its way is lost. */
  close(): void {
    this.#closed = true;
    for (const socket of [this.#front, ...[...this.#flows.values()].map((flow) => flow.socket)]) socket.close();
  }

  #of(port: number): Roughness {
    return this.rough.has(port) ? this.roughness : smooth;
  }

  #flowOf({ address, port }: RemoteInfo) {
    const name = `${address}:${port}`;
    const known = this.#flows.get(name);
    if (known) return known;
    const socket = createSocket('udp4');
    const flow = { socket, up: new Lane(port), down: new Lane(port + 1) };
    socket.on('message', (data) => {
      if (this.cut) return;
      flow.down.pass(data.length, this.#of(port), () => {
        if (!this.#closed) this.#front.send(data, port, address);
      });
    });
    this.#flows.set(name, flow);
    return flow;
  }
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
