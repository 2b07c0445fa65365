import { randomUUID } from 'node:crypto';
import {
  AjarError,
  type IceServer,
  type MediaSource,
  type MemberId,
  type PeerId,
  peerId,
  type ReplyData,
  type RequestData,
  type StandbyTokenClaims,
  serve,
  standbyProtocol,
} from '@ajar/shared';
import type { types } from 'mediasoup';
import type { Logger } from 'pino';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { ClosedError, mediasoup } from './errors.ts';
import type { MediaWorker } from './media-worker.ts';
import { rateLimit } from './rate.ts';
import type { MediaProducer, ProducerData } from './sending.ts';
import { assertKind } from './sources.ts';
import { openPair, type TransportPair, told } from './transport.ts';
import { fullLayer } from './watchers.ts';
import type { WorkerPool } from './worker-pool.ts';

export type StandbySocket = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  { claims: StandbyTokenClaims }
>;

/** What stood by, and is now whoever's took it. */
export interface Taken extends TransportPair {
  producers: MediaProducer[];
}

/** Transports of a member that are connected before there is a room: on a worker's router, in no room, carrying nothing. */
export class Standby {
  /** Of the peer that takes it over. */
  readonly id: PeerId = peerId.parse(randomUUID());
  readonly member: MemberId;
  readonly worker: MediaWorker;
  readonly #pair: TransportPair;
  readonly #producers = new Map<MediaSource, MediaProducer>();
  #over = false;

  constructor(member: MemberId, worker: MediaWorker, pair: TransportPair) {
    this.member = member;
    this.worker = worker;
    this.#pair = pair;
  }

  /** Begins to send, paused and to nobody. @throws AjarError `begun-already` (conflict), `bad-media-parameters` (bad-input). */
  async begin(source: 'microphone' | 'camera', rtpParameters: types.RtpParameters): Promise<MediaProducer> {
    if (this.#over) throw new ClosedError('peer');
    if (this.#producers.has(source)) throw new AjarError('conflict', 'begun-already', `The ${source} has begun.`);
    const kind = assertKind(source, rtpParameters);
    const appData: ProducerData = { source, peerId: this.id, layer: fullLayer };
    const producer = await mediasoup(() => this.#pair.send.produce({ kind, rtpParameters, paused: true, appData }));
    this.#producers.set(source, producer);
    return producer;
  }

  /**
   * @param sources what is sent on of what was begun; the rest ends.
   * @returns what stands by, which is the caller's from now on; nothing once it is taken or closed.
   */
  take(sources: readonly MediaSource[]): Taken | undefined {
    const { send, recv } = this.#pair;
    if (this.#over || send.closed || recv.closed) return undefined;
    this.#over = true;
    const all = [...this.#producers.values()];
    const producers = all.filter(({ appData }) => sources.includes(appData.source));
    for (const producer of all) if (!producers.includes(producer)) producer.close();
    return { send, recv, producers };
  }

  /** Closes what nobody took. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#pair.send.close();
    this.#pair.recv.close();
  }

  reply(iceServers: IceServer[]): ReplyData<typeof standbyProtocol, 'standBy'> {
    const { send, recv } = this.#pair;
    return {
      standbyId: this.id,
      sendTransport: told(send),
      recvTransport: told(recv),
      iceServers,
    };
  }
}

export interface StandbysOptions {
  pool: WorkerPool;
  /** The servers a browser may go through, with what it shows to them. */
  iceServers: () => IceServer[];
  /** How long the place of a silent peer is kept, in ms. */
  grace: number;
  /** How many may stand by at a time. Default 400. */
  limit?: number | undefined;
  log: Logger;
}

/** One socket asks three times. */
const requestLimit = { burst: 6, perSecond: 0.1 };

/** One person has this many windows at most that stand by; the oldest gives way. */
const windows = 3;

/** Everybody who stands by at this node. Each ends with their socket, unless a room has taken it over. */
export class Standbys {
  readonly #options: StandbysOptions;
  readonly #limit: number;
  readonly #byId = new Map<string, Standby>();

  constructor(options: StandbysOptions) {
    this.#options = options;
    this.#limit = options.limit ?? 400;
  }

  /** Answers one socket of the `/standby` namespace. */
  connect(socket: StandbySocket): void {
    const { iceServers, log } = this.#options;
    let own: Standby | undefined;
    const drop = () => {
      if (!own) return;
      this.#byId.delete(own.id);
      own.close();
    };
    const standBy = async ({ dtls }: { dtls: types.DtlsParameters }) => {
      if (own) throw new AjarError('conflict', 'stands-by-already', 'This connection stands by already.');
      own = await this.#open(socket.data.claims.member, dtls);
      if (socket.disconnected) drop();
      return own.reply(iceServers());
    };
    const takeToken = rateLimit(requestLimit);
    const begin = async ({ source, rtpParameters }: RequestData<typeof standbyProtocol, 'begin'>) => {
      if (!own) throw new AjarError('conflict', 'stands-not-by', 'Ask for the transports first.');
      return { producerId: (await own.begin(source, rtpParameters)).id };
    };
    serve(
      socket,
      standbyProtocol,
      { standBy, begin },
      {
        around: async (_name, run) => {
          takeToken();
          return await run();
        },
        onError: (name, { code, cause }) => log.debug({ request: name, code, err: cause }, 'standby request failed'),
      },
    );
    socket.on('disconnect', drop);
  }

  /** The transports of this member that stand by under this id. */
  find(standbyId: string | undefined, member: MemberId): Standby | undefined {
    const found = standbyId === undefined ? undefined : this.#byId.get(standbyId);
    return found?.member === member ? found : undefined;
  }

  /** @throws AjarError `no-standby` (unavailable) when as many stand by as may; `bad-media-parameters` (bad-input). */
  async #open(member: MemberId, dtls: types.DtlsParameters): Promise<Standby> {
    const theirs = [...this.#byId.values()].filter((standby) => standby.member === member);
    for (const oldest of theirs.slice(0, Math.max(0, theirs.length + 1 - windows))) this.#forget(oldest);
    if (this.#byId.size >= this.#limit) {
      throw new AjarError('unavailable', 'no-standby', 'Nothing can be made ready just now. Calls work all the same.');
    }
    const worker = await this.#options.pool.pickForStandby();
    const { grace } = this.#options;
    const pair = await mediasoup(async () => {
      const router = await worker.router;
      return openPair({ router, webRtcServer: worker.webRtcServer, dtls, grace });
    });
    if (!worker.alive) throw new ClosedError('peer');
    const standby = new Standby(member, worker, pair);
    this.#byId.set(standby.id, standby);
    return standby;
  }

  #forget(standby: Standby): void {
    this.#byId.delete(standby.id);
    standby.close();
  }
}
