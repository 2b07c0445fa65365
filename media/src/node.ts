import {
  AjarError,
  type IceServer,
  type MemberId,
  mediaProtocol,
  type NodeReport,
  push,
  type RoomId,
  type RoomMoment,
  type RoomTokenClaims,
} from '@ajar/shared';
import { extras, type types } from 'mediasoup';
import type { Namespace, Server } from 'socket.io';
import { loopback } from './addresses.ts';
import { admitting, tokenOf } from './admitting.ts';
import { attachChecks } from './check.ts';
import { supportedRtpCapabilities } from './codecs.ts';
import { Ended } from './ended.ts';
import { ClosedError } from './errors.ts';
import { Floors } from './floors.ts';
import { roomLocked } from './locked.ts';
import { assertSound, type MediaNodeOptions } from './node-options.ts';
import type { Peer } from './peer.ts';
import type { PeerEnd } from './peer-end.ts';
import { Roll } from './roll.ts';
import type { Joined } from './room.ts';
import { readRoomToken, readStandbyToken } from './room-token.ts';
import { Rooms, roomEnded } from './rooms.ts';
import { type MediaSocket, Signalling, type SocketJoin } from './signalling.ts';
import { type StandbySocket, Standbys } from './standby.ts';
import { turnServer } from './turn.ts';
import { WorkerPool } from './worker-pool.ts';

export type MediaNodeEvents = {
  /** A member is in a room who was not. Reloads, reconnections and worker deaths are not told. */
  joined: [RoomMoment];
  /** A member is gone for good: left, removed, or away for longer than the grace. */
  left: [RoomMoment];
  /** A worker died. It is replaced and its peers rejoin by themselves: this is for the log and the curious. */
  died: [{ pid: number; cause: Error }];
};

/** The SFU: mediasoup workers, the rooms on them, and their signalling. */
export class MediaNode extends extras.EnhancedEventEmitter<MediaNodeEvents> {
  readonly rtpCapabilities: types.RtpCapabilities;
  readonly #options: MediaNodeOptions;
  readonly #peerGrace: number;
  readonly #pool: WorkerPool;
  readonly #roll = new Roll();
  readonly #rooms: Rooms;
  readonly #ended = new Ended();
  readonly #floors = new Floors();
  readonly #standbys: Standbys;
  #closed = false;

  /**
   * Starts the workers.
   * @throws AjarError `worker-missing`, `worker-failed`, `media-port-taken`, `media-listen-failed`, `secret-too-short` or
   * `announced-address-missing` (set-up); nothing is left running then.
   */
  static async create(options: MediaNodeOptions): Promise<MediaNode> {
    assertSound(options);
    const { workers: size, firstPort, listenIp, announcedAddress, workerBin, cameraCodec, log } = options;
    const where = { size, firstPort, listenIp, announcedAddress };
    const pool = await WorkerPool.create({ ...where, workerBin, cameraCodec, log });
    return new MediaNode(options, pool);
  }

  private constructor(options: MediaNodeOptions, pool: WorkerPool) {
    super();
    this.#options = options;
    this.rtpCapabilities = supportedRtpCapabilities(options.cameraCodec);
    this.#peerGrace = options.peerGrace ?? 30_000;
    this.#pool = pool;
    const { log, standbyLimit: limit } = options;
    this.#standbys = new Standbys({ pool, iceServers: () => this.#iceServers(), grace: this.#peerGrace, limit, log });
    this.#rooms = new Rooms({
      ...{ pool, roll: this.#roll, ended: this.#ended, floors: this.#floors, peerGrace: this.#peerGrace, log },
      onPeerClosed: (peer, end) => this.#peerClosed(peer, end),
    });
    pool.on('died', (death) => this.safeEmit('died', death));
    this.#roll.on('joined', (moment) => this.safeEmit('joined', moment));
    this.#roll.on('left', (moment) => this.#left(moment));
    // They were never in: the hub alone knows of them.
    this.#floors.on('turnedAway', (roomId, memberId) =>
      this.safeEmit('left', { roomId, memberId, at: new Date().toISOString() }),
    );
    this.on('listenererror', (event, err) => options.log.error({ err, event }, 'a listener of the media node threw'));
  }

  get nodeId(): string {
    return this.#options.nodeId;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether every worker is alive. */
  get ready(): boolean {
    return this.#pool.ready;
  }

  /** Process ids of the live workers, for those who watch their memory and CPU. */
  get workerPids(): number[] {
    return this.#pool.pids;
  }

  /** Serves `/media`, `/standby` and `/check` on the host's socket.io server, which should have connection state recovery on. */
  attach(sockets: Server): void {
    this.#assertOpen();
    const media: Namespace = sockets.of('/media');
    media.use(admitting((socket: MediaSocket) => this.#admit(socket)));
    media.on('connection', (socket: MediaSocket) => this.#connect(socket));
    const standby: Namespace = sockets.of('/standby');
    standby.use(admitting((socket: StandbySocket) => this.#admitToStandBy(socket)));
    standby.on('connection', (socket: StandbySocket) => this.#standbys.connect(socket));
    this.#attachCheck(sockets.of('/check'));
  }

  /** Whoever has a token for it tries out whether calls get through. */
  #attachCheck(namespace: Namespace): void {
    const { secret, turn, listenIp, announcedAddress, log } = this.#options;
    attachChecks(namespace, {
      secret,
      turn,
      log,
      worker: () => this.#pool.pick(),
      target: async () => ({ host: announcedAddress ?? listenIp ?? loopback, ...(await this.#pool.ports()) }),
    });
  }

  /** The whole truth of this node, for the hub. */
  report(): NodeReport {
    const { nodeId, url = '' } = this.#options;
    return {
      nodeId,
      url,
      rtpCapabilities: this.rtpCapabilities as NodeReport['rtpCapabilities'],
      peers: this.#rooms.open.reduce((sum, room) => sum + room.peers.length, 0),
      rooms: this.#roll.rooms(),
    };
  }

  /** Ends a call: everybody in the room is told `removed`, and nobody gets in again. */
  closeRoom(roomId: RoomId): void {
    this.#assertOpen();
    this.#ended.add(roomId);
    this.#rooms.find(roomId)?.close();
    this.#roll.empty(roomId);
  }

  /**
   * Takes one member out of a room: to the others they have left, they themselves are told that it is over, and their
   * token lets them in no more.
   * @param mayReturn it does. Default: false.
   */
  removePeer(roomId: RoomId, memberId: MemberId, mayReturn = false): void {
    this.#assertOpen();
    if (!mayReturn) this.#ended.add(roomId, memberId);
    this.#rooms.find(roomId)?.peerOf(memberId)?.close('room-closed');
    this.#roll.leave(roomId, memberId);
  }

  /** The host lets this member in: a lock does not keep them out. */
  letIn(roomId: RoomId, memberId: MemberId): void {
    this.#assertOpen();
    this.#floors.find(roomId)?.letIn(memberId);
  }

  /**
   * Ends every room and every worker; resolves when the processes are gone. Nobody is told to have left: browsers come
   * back by themselves, to this node started again or to another one.
   */
  async close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.#roll.close();
      this.#ended.close();
      this.#floors.close();
      this.#rooms.close();
    }
    await this.#pool.close();
  }

  async #admit(socket: MediaSocket): Promise<void> {
    this.#assertOpen();
    if (socket.recovered) return;
    socket.data.claims = await readRoomToken(tokenOf(socket), this.#options.secret);
  }

  #iceServers(): IceServer[] {
    const { turn } = this.#options;
    return turn ? [turnServer(turn)] : [];
  }

  async #admitToStandBy(socket: StandbySocket): Promise<void> {
    this.#assertOpen();
    socket.data.claims = await readStandbyToken(tokenOf(socket), this.#options.secret);
  }

  #connect(socket: MediaSocket): void {
    const { claims, peerId } = socket.data;
    const { joinWithin = 15_000 } = this.#options;
    const log = this.#options.log.child({ room: claims.room, member: claims.member });
    const awaited = this.#rooms.find(claims.room)?.peerOf(claims.member);
    const peer = socket.recovered && awaited?.id === peerId && awaited?.reconnecting ? awaited : undefined;
    new Signalling({
      socket,
      peer,
      iceServers: () => this.#iceServers(),
      joinWithin,
      log,
      join: (request) => this.#join(request),
      knock: (answer) => this.#floors.knock(claims, answer),
      room: () => this.#rooms.get(claims.room),
    });
    log.debug({ recovered: socket.recovered, peer: peer?.id }, 'media socket connected');
    if (peerId && !peer) this.#missed(socket, awaited);
  }

  /** A socket whose connection came back after its peer had ended is told what it missed. */
  #missed(socket: MediaSocket, successor: Peer | undefined): void {
    delete socket.data.peerId;
    const { room, member } = socket.data.claims;
    const ended = this.#ended.has(room, member);
    if (ended || successor) push(socket, mediaProtocol, 'removed', { reason: ended ? 'room-closed' : 'elsewhere' });
    else push(socket, mediaProtocol, 'rejoin', { reason: 'room-moved' });
  }

  /** A room or worker may end in the very moment somebody joins: then the next room, or worker, is tried. */
  async #join({ standbyId, ...request }: SocketJoin): Promise<Joined> {
    const standby = this.#standbys.find(standbyId, request.claims.member);
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#assertMayEnter(request.claims);
        const room = await this.#rooms.enter(request.claims.room, standby?.worker);
        const joined = await room.join({ ...request, standby });
        if (joined.peer.closed) throw new ClosedError('peer');
        if (this.#ended.has(request.claims.room, request.claims.member)) {
          joined.peer.close('room-closed');
          throw roomEnded();
        }
        this.#roll.enter(request.claims.room, request.claims.member);
        return joined;
      } catch (thrown) {
        if (attempt === joinAttempts || !endedMeanwhile(thrown)) throw thrown;
      }
    }
  }

  /** @throws AjarError `room-ended`, `room-locked` (conflict). */
  #assertMayEnter(claims: RoomTokenClaims): void {
    if (this.#ended.has(claims.room, claims.member)) throw roomEnded();
    // Who is in already, or expected back, is no newcomer.
    const isNew = !this.#roll.has(claims.room, claims.member);
    if (isNew && this.#floors.find(claims.room)?.keepsOut(claims)) throw roomLocked();
  }

  #peerClosed(peer: Peer, end: PeerEnd): void {
    const { room, member } = peer.claims;
    if (end === 'barred') this.#ended.add(room, member);
    if (goodbyes.has(end)) this.#roll.leave(room, member, end === 'barred');
    if (end === 'worker-died') this.#roll.expect(room, member, this.#peerGrace);
  }

  #left(moment: RoomMoment): void {
    const { roomId, memberId } = moment;
    this.#floors.find(roomId)?.forget(memberId);
    this.#rooms.forget(roomId);
    this.safeEmit('left', moment);
  }

  #assertOpen(): void {
    if (this.#closed) throw new ClosedError('node');
  }
}

const joinAttempts = 3;

/** Ends after which a member is out for good. */
const goodbyes: ReadonlySet<PeerEnd> = new Set(['left', 'gone', 'room-closed', 'shown-out', 'barred']);

function endedMeanwhile(thrown: unknown): boolean {
  return thrown instanceof AjarError && (thrown.code === 'room-closed' || thrown.code === 'worker-died');
}
