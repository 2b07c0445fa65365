import { randomUUID } from 'node:crypto';
import type {
  FloorSeen,
  MediaSource,
  MemberId,
  Moderation,
  PeerId,
  PeerSeen,
  Reaction,
  ReadyConsumer,
  RoomId,
  RoomTokenClaims,
} from '@ajar/shared';
import { extras, type types } from 'mediasoup';
import type { Logger } from 'pino';
import { ClosedError } from './errors.ts';
import { Files } from './files.ts';
import type { Floor } from './floor.ts';
import type { Channel } from './line.ts';
import type { MediaWorker } from './media-worker.ts';
import { moderate } from './moderation.ts';
import { Peer } from './peer.ts';
import type { PeerEnd } from './peer-end.ts';
import { Pointers } from './pointers.ts';
import type { MediaProducer } from './sending.ts';
import type { Standby } from './standby.ts';
import { Watchers } from './watchers.ts';

export interface RoomOptions {
  roomId: RoomId;
  /** The worker this room lives on, and dies with. */
  worker: MediaWorker;
  /** How long a peer whose socket is gone keeps its place, in ms. */
  peerGrace: number;
  /** Not owned: it outlives the room. */
  floor: Floor;
  log: Logger;
}

export type RoomEvents = {
  /** A peer is gone from the room, for this reason. */
  peerclosed: [Peer, PeerEnd];
  /** The room is gone: empty, closed, or its worker died. */
  closed: [];
};

export interface JoinRequest {
  claims: RoomTokenClaims;
  rtpCapabilities: types.RtpCapabilities;
  dtls: types.DtlsParameters | null;
  channel: Channel;
  /** Transports of theirs that are connected already. Those on another worker than the room are left alone. */
  standby: Standby | undefined;
  /** What they go on sending of what stood by. */
  sources: readonly MediaSource[];
}

/** What a new peer finds in the room. */
export interface Joined {
  peer: Peer;
  peers: PeerSeen[];
  consumers: ReadyConsumer[];
  floor: FloorSeen;
  /** Whether cameras are sent in one picture of several layers: all here can decode it. */
  layeredCamera: boolean;
}

/**
 * How voices are measured. An `AudioLevelObserver` rather than mediasoup's `ActiveSpeakerObserver`, because it also tells
 * when it is quiet, and a face that stays emphasised in silence is a small lie. Each look wakes this process: at 400 ms that
 * was most of what Ajar takes over bare mediasoup (`npm run bench -- forwarded`).
 */
const listening = { maxEntries: 1, threshold: -55, interval: 600 };

/**
 * How often the speaker is told again, in ms. socket.io can only replay what a browser missed if the last push it got is
 * younger than the recovery time (2 minutes by default): a quiet room would otherwise never recover.
 */
const heartbeat = 25_000;

/** One live call: everybody in it, and who speaks. */
export class Room extends extras.EnhancedEventEmitter<RoomEvents> {
  readonly id: RoomId;
  readonly #options: RoomOptions;
  readonly #router: types.Router;
  readonly #voices: types.AudioLevelObserver;
  readonly files = new Files(() => this.peers);
  readonly #watchers = new Watchers((producer, layer) => {
    const owner = this.peers.find(({ id }) => id === producer.appData.peerId);
    owner?.push('layerWanted', { producerId: producer.id, layer });
  });
  readonly pointers: Pointers;
  readonly #joining = new Set<symbol>();
  readonly #peers = new Map<MemberId, Peer>();
  readonly #heartbeat: NodeJS.Timeout;
  #speaker: PeerId | null = null;
  #layeredCamera: boolean;
  #closed = false;

  static async create(options: RoomOptions): Promise<Room> {
    const router = await options.worker.router;
    const voices = await router.createAudioLevelObserver(listening);
    return new Room(options, router, voices);
  }

  private constructor(options: RoomOptions, router: types.Router, voices: types.AudioLevelObserver) {
    super();
    this.id = options.roomId;
    this.#options = options;
    this.#router = router;
    this.#voices = voices;
    this.#layeredCamera = options.worker.cameraCodec === 'vp9';
    this.pointers = new Pointers({ router, peers: () => this.peers, log: options.log });
    this.#heartbeat = setInterval(() => this.#tellSpeaker(), heartbeat);
    router.on('workerclose', this.#workerDied);
    voices.on('volumes', ([loudest]) => {
      const { peerId } = loudest?.producer.appData ?? {};
      const peer = this.peers.find(({ id }) => id === peerId);
      this.#setSpeaker(peer?.id ?? null);
    });
    voices.on('silence', () => this.#setSpeaker(null));
    options.floor.on('changed', this.#tellFloor);
    // The worker may have died while the observer was being made.
    if (router.closed) this.close('worker-died');
  }

  get closed(): boolean {
    return this.#closed;
  }

  get worker(): MediaWorker {
    return this.#options.worker;
  }

  get peers(): Peer[] {
    return [...this.#peers.values()];
  }

  /** The peer of this member, if they are in the room. */
  peerOf(memberId: MemberId): Peer | undefined {
    return this.#peers.get(memberId);
  }

  /**
   * Lets a member in. Where they are already in, the new peer takes the place of the old one.
   * The consumers of the reply do not wait: nothing can get lost before the browser's transport connects, and on
   * connecting the worker asks for the key frames by itself. Pictures on a transport that stood by do: it is connected,
   * and a key frame that comes before the browser knows of the picture is one that it asks for again only much later.
   * @throws AjarError as `Peer.create`; ClosedError when the room ends meanwhile.
   */
  async join(request: JoinRequest): Promise<Joined> {
    this.#assertOpen();
    const joining = Symbol('joining');
    this.#joining.add(joining);
    try {
      const { worker, peerGrace, log } = this.#options;
      const peer = await Peer.create({
        ...request,
        router: this.#router,
        webRtcServer: worker.webRtcServer,
        standby: request.standby?.worker === worker ? request.standby : undefined,
        grace: peerGrace,
        log,
      });
      if (this.#closed) {
        peer.close('node-closed');
        throw new ClosedError('room');
      }
      const others = this.#admit(peer);
      for (const producer of peer.producers) this.#offer(peer, producer);
      // From here on new producers are pushed to the peer; these are the ones before.
      const producers = others.flatMap((other) => other.producers);
      const consumers = await Promise.all(
        producers.map((producer) => peer.consume(producer, { waits: peer.stoodBy && producer.kind === 'video' })),
      );
      if (peer.closed) throw new ClosedError('peer');
      peer.push('activeSpeaker', { peerId: this.#speaker });
      this.pointers.shownTo(peer);
      return {
        peer,
        peers: others.map(({ seen }) => seen),
        consumers: consumers.filter((made) => made !== undefined),
        floor: this.#options.floor.seenBy(peer.claims),
        layeredCamera: this.#layeredCamera,
      };
    } finally {
      this.#joining.delete(joining);
      this.#closeIfEmpty();
    }
  }

  /** Does what this peer asks for, if it may moderate. @throws AjarError as `moderate`. */
  async moderate(by: Peer, asked: Moderation): Promise<void> {
    this.#assertOpen();
    await moderate({ floor: this.#options.floor, peers: this.peers }, by, asked);
  }

  /** Raises or lowers one's own hand. It stays up over a lost socket or worker, until its owner is out for good. */
  setHand(peer: Peer, up: boolean): void {
    this.#options.floor.setHand(peer.claims.member, up);
  }

  react({ claims: { member: memberId } }: Peer, reaction: Reaction): void {
    for (const peer of this.peers) peer.push('reacted', { memberId, reaction });
  }

  /** Passes on what somebody writes, to everybody in the one order in which it came, and forgets it. */
  say({ claims: { member: memberId, name } }: Peer, text: string): void {
    const message = { id: randomUUID(), memberId, name, text, at: new Date().toISOString() };
    for (const peer of this.peers) peer.push('said', message);
  }

  /** Ends the room and every peer in it. */
  close(end: Extract<PeerEnd, 'room-closed' | 'worker-died' | 'node-closed'> = 'room-closed'): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    this.#watchers.close();
    this.#options.floor.off('changed', this.#tellFloor);
    for (const peer of this.peers) peer.close(end);
    this.#router.off('workerclose', this.#workerDied);
    this.#voices.close();
    this.pointers.close();
    this.safeEmit('closed');
  }

  readonly #workerDied = (): void => this.close('worker-died');

  /** @returns the others. */
  #admit(peer: Peer): Peer[] {
    const { member } = peer.claims;
    const replaced = this.#peers.get(member);
    this.#peers.set(member, peer);
    const others = this.peers.filter((other) => other !== peer);
    peer.on('changed', () => this.#tellOthers(peer, (other) => other.push('peerChanged', peer.seen)));
    peer.on('produced', (producer) => this.#offer(peer, producer));
    peer.on('layers', (producer) => this.#tellOthers(peer, (other) => void other.followLayers(producer)));
    peer.on('watches', (producer, consumerId, layer) => this.#watchers.watch(producer, consumerId, layer));
    peer.on('speaks', () => this.#options.floor.setMuted(member, false));
    peer.on('closed', (end) => this.#remove(peer, end));
    for (const other of others) other.push('peerJoined', peer.seen);
    if (!peer.decodes('vp9')) this.#sendVp8();
    // Only then: to the others they are the same person all along, who has not left for a moment.
    replaced?.close('replaced');
    return others;
  }

  /** Whoever has come would see nobody. It stays so: a picture that begins anew each time somebody comes or goes is no calm. */
  #sendVp8(): void {
    if (!this.#layeredCamera) return;
    this.#layeredCamera = false;
    for (const peer of this.peers) peer.push('cameraInVp8', {});
  }

  #remove(peer: Peer, end: PeerEnd): void {
    const { member } = peer.claims;
    if (this.#peers.get(member) === peer) this.#peers.delete(member);
    this.files.forget(peer);
    this.pointers.forget(peer);
    if (this.#speaker === peer.id) this.#setSpeaker(null);
    if (!this.#closed) this.#tellOthers(peer, (other) => other.push('peerLeft', { peerId: peer.id }));
    this.safeEmit('peerclosed', peer, end);
    // A replaced peer's successor is about to take its place.
    if (end !== 'replaced') this.#closeIfEmpty();
  }

  /** A ready consumer of a new producer for everybody else, each as soon as it is made. */
  #offer(from: Peer, producer: MediaProducer): void {
    if (producer.kind === 'video') this.#watchers.follow(producer);
    this.#tellOthers(from, (other) => {
      void other.consume(producer, { waits: true }).then((consumer) => {
        if (consumer) other.push('consumerReady', consumer);
      });
    });
    if (producer.appData.source === 'microphone') void this.#listenTo(producer);
  }

  async #listenTo(producer: MediaProducer): Promise<void> {
    try {
      await this.#voices.addProducer({ producerId: producer.id });
    } catch (err) {
      const ended = producer.closed || this.#closed;
      if (!ended) this.#options.log.error({ err, producer: producer.id }, 'a voice cannot be measured');
    }
  }

  #setSpeaker(speaker: PeerId | null): void {
    if (this.#closed || this.#speaker === speaker) return;
    this.#speaker = speaker;
    this.#tellSpeaker();
  }

  #tellSpeaker(): void {
    for (const peer of this.peers) peer.push('activeSpeaker', { peerId: this.#speaker });
  }

  readonly #tellFloor = (): void => {
    for (const peer of this.peers) peer.push('floorChanged', this.#options.floor.seenBy(peer.claims));
  };

  #tellOthers(peer: Peer, tell: (other: Peer) => void): void {
    for (const other of this.peers) if (other.claims.member !== peer.claims.member) tell(other);
  }

  #closeIfEmpty(): void {
    if (this.#peers.size === 0 && this.#joining.size === 0) this.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new ClosedError('room');
  }
}
