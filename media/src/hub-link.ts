import {
  listen,
  type NodeReport,
  nodesProtocol,
  type RequestData,
  type RequestName,
  type RoomMoment,
  request,
} from '@ajar/shared';
import type { Logger } from 'pino';
import { io, type Socket } from 'socket.io-client';
import type { MediaNode } from './node.ts';
import { mintNodeToken } from './room-token.ts';

export interface HubLinkOptions {
  /** Origin of the hub, such as `https://ajar.example`. */
  hubUrl: string;
  /** Whose rooms are reported. */
  node: MediaNode;
  /** HS256 key shared with the hub; the same that signs room tokens. */
  secret: Uint8Array;
  log: Logger;
  /** Time between reports, in ms. Default 5,000. */
  reportEvery?: number | undefined;
}

/** Between two attempts to reach a hub that refuses this node, in ms. A hub that is only away is tried more often. */
const refusedRetry = 5_000;

/** How many comings and goings are kept for a hub that is away; the oldest go first, and its own sweep finds those. */
const mostKept = 10_000;

/** The lone media node's socket to its hub's `/nodes` namespace. Auth: `{ token }` made by `mintNodeToken`. */
export class HubLink {
  readonly #node: MediaNode;
  readonly #log: Logger;
  readonly #socket: Socket;
  readonly #reporting: NodeJS.Timeout;
  #retry: NodeJS.Timeout | undefined;
  #reported = false;
  #troubled = false;
  /** Comings and goings that the hub has not taken yet, the oldest first. */
  readonly #untold: { name: 'joined' | 'left'; moment: RoomMoment }[] = [];
  #telling = false;

  /** Starts connecting and returns at once; keeps trying until closed. */
  static create(options: HubLinkOptions): HubLink {
    return new HubLink(options);
  }

  private constructor({ hubUrl, node, secret, log, reportEvery = 5_000 }: HubLinkOptions) {
    this.#node = node;
    this.#log = log.child({ hub: hubUrl });
    this.#socket = io(new URL('/nodes', hubUrl).href, {
      transports: ['websocket'],
      // Of its own: a second link of this process to the same hub must not share its connection.
      forceNew: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 3_000,
      // A fresh token for each attempt: it is valid for a minute only.
      auth: (answer) => {
        mintNodeToken(node.nodeId, secret).then(
          (token) => answer({ token }),
          (err) => this.#trouble(err),
        );
      },
    });
    this.#socket.on('connect', () => void this.#register());
    this.#socket.on('disconnect', (reason) => {
      this.#reported = false;
      this.#log.warn({ reason }, 'hub lost');
      if (reason === 'io server disconnect') this.#tryLater();
    });
    this.#socket.on('connect_error', (err) => {
      this.#trouble(err);
      // socket.io tries again by itself when the hub is away, and not when it refuses.
      if (!this.#socket.active) this.#tryLater();
    });
    listen(
      this.#socket,
      nodesProtocol,
      {
        closeRoom: ({ roomId }) => !node.closed && node.closeRoom(roomId),
        removePeer: ({ roomId, memberId, mayReturn }) => !node.closed && node.removePeer(roomId, memberId, mayReturn),
        letIn: ({ roomId, memberId }) => !node.closed && node.letIn(roomId, memberId),
      },
      (name, err) => this.#log.error({ err, push: name }, 'the hub sent something unreadable'),
    );
    this.#reporting = setInterval(() => void this.#tell('report', node.report()), reportEvery);
    node.on('joined', this.#joined);
    node.on('left', this.#left);
  }

  /** Whether the hub knows of this node. */
  get connected(): boolean {
    return this.#socket.connected && this.#reported;
  }

  /** Ends the link. The node goes on. */
  async close(): Promise<void> {
    clearInterval(this.#reporting);
    clearTimeout(this.#retry);
    this.#node.off('joined', this.#joined);
    this.#node.off('left', this.#left);
    this.#socket.disconnect();
  }

  readonly #joined = (moment: RoomMoment): void => this.#keep('joined', moment);

  readonly #left = (moment: RoomMoment): void => this.#keep('left', moment);

  async #register(): Promise<void> {
    const report: NodeReport = this.#node.report();
    this.#reported = await this.#tell('report', report);
    if (!this.#reported) return;
    this.#troubled = false;
    this.#log.info('the hub knows this node');
    await this.#tellKept();
  }

  /** Kept until the hub has taken it: somebody who left while it was away must not count as in a call when it is back. */
  #keep(name: 'joined' | 'left', moment: RoomMoment): void {
    this.#untold.push({ name, moment });
    if (this.#untold.length > mostKept) this.#untold.shift();
    void this.#tellKept();
  }

  /** One after the other, so that a leave never overtakes its join. What the hub refuses is not told again. */
  async #tellKept(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#untold[0]; next && this.#socket.connected; next = this.#untold[0]) {
      const taken = await this.#tell(next.name, next.moment);
      if (!taken && !this.#socket.connected) break;
      if (this.#untold[0] === next) this.#untold.shift();
    }
    this.#telling = false;
  }

  async #tell<N extends RequestName<typeof nodesProtocol>>(
    name: N,
    data: RequestData<typeof nodesProtocol, N>,
  ): Promise<boolean> {
    if (!this.#socket.connected) return false;
    try {
      await request(this.#socket, nodesProtocol, name, data);
      if (name === 'report') this.#reported = true;
      return true;
    } catch (err) {
      if (this.#socket.connected) this.#log.warn({ err, message: name }, 'the hub did not take a message');
      return false;
    }
  }

  #tryLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), refusedRetry);
  }

  /** One line when it begins, not one for each attempt. */
  #trouble(err: unknown): void {
    const level = this.#troubled ? 'debug' : 'warn';
    this.#troubled = true;
    this.#log[level]({ err }, 'hub not reached, trying on');
  }
}
