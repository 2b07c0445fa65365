import {
  AjarError,
  listen,
  mediaProtocol,
  type PushListeners,
  type ReplyData,
  type RequestData,
  type RequestName,
  request,
  wireError,
} from '@ajar/shared';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { connectionTo } from './connection.ts';

type Protocol = typeof mediaProtocol;

/** Asks the media node; throws the AjarError it answered, or `no-answer`. */
export type Ask = <N extends RequestName<Protocol>>(
  name: N,
  data: RequestData<Protocol, N>,
  options?: { timeout?: number },
) => Promise<ReplyData<Protocol, N>>;

export interface SignallingOptions {
  /** Origin of the media node; '': the origin of the page. */
  mediaUrl: string;
  /** The room token, asked for at every connection. */
  token: () => Promise<string>;
  pushes: PushListeners<Protocol>;
  /** Connected. `recovered`: the node still knows this socket and has sent what was missed. */
  onUp: (recovered: boolean) => void;
  /** The connection is gone; another is being made, unless the node itself ended it. */
  onDown: (endedByNode: boolean) => void;
  /** One try to connect failed. `refusal` is what the node said; null when there was no answer at all. */
  onTryFailed: (refusal: AjarError | null) => void;
}

/** The media socket: one connection to the `/media` namespace of one node, kept up until closed. */
export class Signalling {
  readonly #socket: Socket;
  #knockedAt = 0;
  #roundTrip = Number.POSITIVE_INFINITY;

  constructor({ mediaUrl, token, pushes, onUp, onDown, onTryFailed }: SignallingOptions) {
    this.#socket = connectionTo(mediaUrl).socket('/media', {
      auth: (send) => {
        // A token that could not be had is reported by its owner; the node then refuses this try.
        const knock = (auth: { token?: string }) => {
          this.#knockedAt = performance.now();
          send(auth);
        };
        token().then(
          (value) => knock({ token: value }),
          () => knock({}),
        );
      },
    });
    listen(this.#socket, mediaProtocol, pushes, (_name, error) => {
      // Only a node of another version sends what does not parse; dropping it is all a browser can do.
      reportError(error);
    });
    this.#socket.on('connect', () => {
      this.#roundTrip = performance.now() - this.#knockedAt;
      onUp(this.#socket.recovered);
    });
    this.#socket.on('disconnect', () => onDown(!this.#socket.active));
    this.#socket.on('connect_error', (error) => onTryFailed(refusalOf(error)));
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** How long the way to the node and back is at most, in ms: as long as the node took to let this page in. */
  get roundTrip(): number {
    return this.#roundTrip;
  }

  readonly ask: Ask = async (name, data, options) => {
    if (!this.#socket.connected) {
      throw new AjarError('unavailable', 'no-answer', 'The connection to the call is gone for the moment.');
    }
    return await request(this.#socket, mediaProtocol, name, data, options);
  };

  /** Says goodbye and listens to nothing else any more. @throws AjarError what the node answered, or `no-answer`. */
  async leave(timeout: number): Promise<void> {
    this.#socket.removeAllListeners();
    await this.ask('leave', {}, { timeout });
  }

  /** Connects at once: without waiting for the next try, or in place of a connection that is up in name only. */
  reconnectNow(): void {
    if (this.#socket.connected) this.#socket.io.engine.close();
    else this.#socket.disconnect();
    this.#socket.connect();
  }

  close(): void {
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
  }
}

const refused = z.object({ data: wireError });

function refusalOf(error: Error): AjarError | null {
  const parsed = refused.safeParse(error);
  return parsed.success ? AjarError.fromWire(parsed.data.data) : null;
}
