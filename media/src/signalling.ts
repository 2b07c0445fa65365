import {
  AjarError,
  type fileRequests,
  type Handlers,
  type IceServer,
  mediaProtocol,
  type PeerId,
  type pointerRequests,
  push,
  type ReplyData,
  type RequestData,
  type RoomTokenClaims,
  serve,
} from '@ajar/shared';
import type { Logger } from 'pino';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Knocking } from './floor.ts';
import { isLocked } from './locked.ts';
import type { Peer } from './peer.ts';
import { rateLimit } from './rate.ts';
import type { Joined, JoinRequest, Room } from './room.ts';
import { told } from './transport.ts';

/** What socket.io keeps with a socket, also across a recovery of its connection. */
export interface MediaSocketData {
  claims: RoomTokenClaims;
  /** The peer this socket speaks for, once it has joined. */
  peerId?: PeerId;
}

export type MediaSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, MediaSocketData>;

/** A request to join, before anything is known of what stands by. */
export type SocketJoin = Omit<JoinRequest, 'standby'> & { standbyId: PeerId | undefined };

export interface SignallingOptions {
  socket: MediaSocket;
  /** The peer it spoke for before its connection was lost and recovered. */
  peer?: Peer | undefined;
  /** Lets the member of this socket into their room. */
  join: (request: SocketJoin) => Promise<Joined>;
  /** Waits before a locked room. @returns what takes the knock back. */
  knock: (answer: Knocking['answer']) => () => void;
  /** The room of this socket. @throws ClosedError when it is gone. */
  room: () => Room;
  /** The servers a browser may go through, with what it shows to them. */
  iceServers: () => IceServer[];
  /** How long a socket may stay without having joined, in ms. */
  joinWithin: number;
  log: Logger;
}

/** No honest call comes near this: a join with eight people is about twenty requests. */
const floodLimit = { burst: 200, perSecond: 50 };

/** What the others see and hear of: as often as a lively person would, and no more. */
const floorLimits = {
  setHand: { burst: 6, perSecond: 0.5 },
  react: { burst: 6, perSecond: 0.5 },
  say: { burst: 10, perSecond: 1 },
  files: { burst: 10, perSecond: 0.5 },
  point: { burst: 6, perSecond: 0.2 },
};

/** Answers the requests of one socket on behalf of its peer. Ends with the socket. */
export class Signalling {
  readonly #options: SignallingOptions;
  #peer: Peer | undefined;
  #joining = false;
  /** Left while the join was on its way. */
  #leaving = false;
  #unjoined: NodeJS.Timeout | undefined;
  readonly #takeFloor = {
    setHand: rateLimit(floorLimits.setHand),
    react: rateLimit(floorLimits.react),
    say: rateLimit(floorLimits.say),
    files: rateLimit(floorLimits.files),
    point: rateLimit(floorLimits.point),
  };
  #stopKnocking: () => void = () => undefined;

  constructor(options: SignallingOptions) {
    this.#options = options;
    const { socket, peer, log } = options;
    const takeToken = rateLimit(floodLimit);
    serve(socket, mediaProtocol, this.#handlers(), {
      around: async (_name, run) => {
        takeToken();
        return await run();
      },
      onError: (name, error) => {
        const level = error.category === 'internal' ? 'error' : 'debug';
        log[level]({ request: name, code: error.code, err: error.cause }, 'media request failed');
      },
    });
    socket.on('disconnect', () => this.#lost());
    if (peer) this.#adopt(peer);
    else this.#awaitJoin();
    peer?.regain(socket);
  }

  #handlers(): Handlers<typeof mediaProtocol> {
    return {
      join: (request) => this.#join(request),
      connectTransport: async ({ transportId, dtlsParameters }) => {
        await this.#joined().connectTransport(transportId, dtlsParameters);
        return {};
      },
      produce: async ({ source, rtpParameters, paused }) => {
        const producer = await this.#joined().produce(source, rtpParameters, paused);
        return { producerId: producer.id };
      },
      closeProducer: ({ producerId }) => {
        this.#joined().closeProducer(producerId);
        return {};
      },
      setProducerPaused: async ({ producerId, paused }) => {
        await this.#joined().setProducerPaused(producerId, paused);
        return {};
      },
      resumeConsumers: async ({ consumerIds }) => {
        await this.#joined().resumeConsumers(consumerIds);
        return {};
      },
      pauseConsumers: async ({ consumerIds }) => {
        await this.#joined().pauseConsumers(consumerIds);
        return {};
      },
      setPreferredLayers: async ({ consumerId, spatialLayer }) => {
        await this.#joined().setPreferredLayers(consumerId, spatialLayer);
        return {};
      },
      setSentLayers: ({ producerId, spatialLayer }) => {
        this.#joined().setSentLayers(producerId, spatialLayer);
        return {};
      },
      restartIce: async ({ transportId }) => {
        const iceParameters = await this.#joined().restartIce(transportId);
        return { iceParameters, iceServers: this.#options.iceServers() };
      },
      iceServers: () => {
        this.#joined();
        return { iceServers: this.#options.iceServers() };
      },
      leave: () => {
        if (this.#joining) this.#leaving = true;
        else this.#joined().close('left');
        return {};
      },
      moderate: async (asked) => {
        await this.#options.room().moderate(this.#joined(), asked);
        return {};
      },
      setHand: ({ up }) => this.#onFloor('setHand', (room, peer) => room.setHand(peer, up)),
      react: ({ reaction }) => this.#onFloor('react', (room, peer) => room.react(peer, reaction)),
      ...this.#fileHandlers(),
      ...this.#pointerHandlers(),
      say: ({ text }) => this.#onFloor('say', (room, peer) => room.say(peer, text)),
    };
  }

  async #join({
    rtpCapabilities,
    dtls,
    standby,
  }: RequestData<typeof mediaProtocol, 'join'>): Promise<ReplyData<typeof mediaProtocol, 'join'>> {
    if (this.#peer || this.#joining) {
      throw new AjarError('conflict', 'already-joined', 'You are in this call already.');
    }
    const { socket, join, iceServers } = this.#options;
    this.#joining = true;
    this.#leaving = false;
    try {
      const { claims } = socket.data;
      const { peer, peers, consumers, floor, layeredCamera } = await join({
        ...{ claims, rtpCapabilities, dtls, channel: socket },
        ...{ standbyId: standby?.id, sources: standby?.sources ?? [] },
      });
      this.#adopt(peer);
      if (this.#leaving) {
        peer.close('left');
        throw new AjarError('conflict', 'not-joined', 'You have left this call.');
      }
      if (socket.disconnected) this.#lost();
      // The reply leaves in this turn of the event loop; what was held goes out after it.
      setImmediate(() => peer.open());
      return {
        peerId: peer.id,
        sendTransport: told(peer.sendTransport),
        recvTransport: told(peer.recvTransport),
        iceServers: iceServers(),
        peers,
        consumers,
        floor,
        ...(layeredCamera ? { layeredCamera } : {}),
      };
    } catch (thrown) {
      if (isLocked(thrown)) this.#knock();
      throw thrown;
    } finally {
      this.#joining = false;
    }
  }

  /** The answer comes as a push; until then the socket may stay. */
  #knock(): void {
    const { socket, knock } = this.#options;
    if (socket.disconnected) return;
    clearTimeout(this.#unjoined);
    this.#stopKnocking();
    this.#stopKnocking = knock((letIn, by) => {
      if (letIn) push(socket, mediaProtocol, 'rejoin', { reason: 'let-in' });
      else push(socket, mediaProtocol, 'removed', { reason: 'not-now', ...(by === undefined ? {} : { by }) });
      this.#awaitJoin();
    });
  }

  #adopt(peer: Peer): void {
    clearTimeout(this.#unjoined);
    this.#peer = peer;
    this.#options.socket.data.peerId = peer.id;
    peer.once('closed', this.#peerClosed);
  }

  /**
   * The browser was told what to do: join again, or go. It is not disconnected on the spot, because behind an adapter of
   * several servers that would overtake the telling.
   */
  readonly #peerClosed = (): void => {
    this.#peer = undefined;
    delete this.#options.socket.data.peerId;
    this.#awaitJoin();
  };

  #lost(): void {
    clearTimeout(this.#unjoined);
    this.#stopKnocking();
    const peer = this.#peer;
    this.#peer = undefined;
    peer?.off('closed', this.#peerClosed);
    peer?.lose();
  }

  #awaitJoin(): void {
    const { socket, joinWithin } = this.#options;
    clearTimeout(this.#unjoined);
    if (socket.disconnected) return;
    this.#unjoined = setTimeout(() => socket.disconnect(), joinWithin);
  }

  #fileHandlers(): Pick<Handlers<typeof mediaProtocol>, keyof typeof fileRequests> {
    const files = () => this.#options.room().files;
    return {
      offerFile: (what) => {
        this.#takeFloor.files();
        return { fileId: files().offer(this.#joined(), what) };
      },
      takeFile: async ({ fileId }) => {
        this.#takeFloor.files();
        return await files().take(this.#joined(), fileId);
      },
      sendFile: async ({ transferId, sctpStreamParameters }) => {
        const { streamId, ...more } = sctpStreamParameters;
        if (streamId === undefined) throw new AjarError('bad-input', 'bad-media-parameters', 'streamId is missing.');
        return { dataProducerId: await files().send(this.#joined(), transferId, { ...more, streamId }) };
      },
      haveOfFile: ({ transferId, bytes }) => {
        files().have(this.#joined(), transferId, bytes);
        return {};
      },
      endFile: ({ transferId }) => {
        files().end(this.#joined(), transferId);
        return {};
      },
    };
  }

  #pointerHandlers(): Pick<Handlers<typeof mediaProtocol>, keyof typeof pointerRequests> {
    const pointers = () => this.#options.room().pointers;
    return {
      openPointer: async () => {
        this.#takeFloor.point();
        return { transport: await pointers().open(this.#joined()) };
      },
      point: async ({ sctpStreamParameters }) => {
        const { streamId, ...more } = sctpStreamParameters;
        if (streamId === undefined) throw new AjarError('bad-input', 'bad-media-parameters', 'streamId is missing.');
        return { dataProducerId: await pointers().begin(this.#joined(), { ...more, streamId }) };
      },
    };
  }

  #onFloor(
    what: Exclude<keyof typeof floorLimits, 'files' | 'point'>,
    act: (room: Room, peer: Peer) => void,
  ): Record<string, never> {
    const peer = this.#joined();
    this.#takeFloor[what]();
    act(this.#options.room(), peer);
    return {};
  }

  #joined(): Peer {
    if (this.#peer) return this.#peer;
    throw new AjarError('conflict', 'not-joined', 'Join the call first.');
  }
}
