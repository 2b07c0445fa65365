import { AjarError, type CheckTarget, checkProtocol, request, toAjarError, wireError } from '@ajar/shared';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { call } from '../api/index.ts';
import { wordsOf } from '../refusals/index.ts';
import type { Findings } from './findings.ts';
import { tryWay } from './try-way.ts';

/** How a check stands. `done`: with what was found; `failed`: it could not be made. */
export type CheckState =
  | { phase: 'checking' }
  | { phase: 'done'; findings: Findings; origin: string; target: CheckTarget | null }
  | { phase: 'failed'; error: AjarError };

/** How long the WebSocket may take to open, in ms. */
const socketLimit = 7_000;

/** Tries out whether calls get through from here, as often as asked. Ends with `close`. */
export class ConnectionCheck {
  readonly #store = createStore<CheckState>(() => ({ phase: 'checking' }));
  readonly #mediaUrl: string | undefined;
  #under = new AbortController();

  /** @param mediaUrl the node of a call. Default: whichever a new call would be on. */
  constructor(mediaUrl?: string) {
    this.#mediaUrl = mediaUrl;
  }

  get state(): Pick<StoreApi<CheckState>, 'getState' | 'getInitialState' | 'subscribe'> {
    return this.#store;
  }

  /** Begins, or begins anew. Never rejects. */
  async run(): Promise<void> {
    this.#under.abort();
    const under = new AbortController();
    this.#under = under;
    this.#store.setState({ phase: 'checking' }, true);
    const outcome = await check(this.#mediaUrl, under.signal).catch(
      async (thrown: unknown): Promise<CheckState> => ({ phase: 'failed', error: await wordsOf(toAjarError(thrown)) }),
    );
    if (!under.signal.aborted) this.#store.setState(outcome, true);
    under.abort();
  }

  close(): void {
    this.#under.abort();
  }
}

/** @throws AjarError when it cannot be made. */
async function check(mediaUrl: string | undefined, signal: AbortSignal): Promise<CheckState> {
  const way = await call('checkConnection', { body: mediaUrl === undefined ? {} : { mediaUrl } }, { signal });
  const origin = way.mediaUrl || window.location.origin;
  const socket = io(`${origin}/check`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: socketLimit,
    auth: { token: way.token },
  });
  signal.addEventListener('abort', () => socket.disconnect());
  try {
    if (!(await opened(socket))) {
      const findings = { socket: false, udp: null, tcp: null, relay: null };
      return { phase: 'done', findings, origin, target: null };
    }
    const target = await request(socket, checkProtocol, 'target', {});
    const found = async (which: 'udp' | 'tcp' | 'relay') =>
      await tryWay(
        which,
        (asked, dtlsParameters) => request(socket, checkProtocol, 'open', { way: asked, dtlsParameters }),
        signal,
      );
    const [udp, tcp, relay] = await Promise.all([
      found('udp'),
      found('tcp'),
      target.relays.length > 0 ? found('relay') : null,
    ]);
    return { phase: 'done', findings: { socket: true, udp, tcp, relay }, origin, target };
  } finally {
    socket.disconnect();
  }
}

const refused = z.object({ data: wireError });

/** Whether the WebSocket opened. @throws AjarError when it did and the node refused. */
async function opened(socket: Socket): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', (error) => {
      const refusal = refused.safeParse(error);
      if (refusal.success) reject(AjarError.fromWire(refusal.data.data));
      else resolve(false);
    });
  });
}
