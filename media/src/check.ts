import {
  AjarError,
  type CheckedWay,
  type CheckTarget,
  type CheckTransport,
  checkProtocol,
  type Handlers,
  type MemberId,
  serve,
  toAjarError,
  turnAddress,
} from '@ajar/shared';
import type { types } from 'mediasoup';
import type { Logger } from 'pino';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { mediasoup } from './errors.ts';
import type { MediaWorker } from './media-worker.ts';
import { readCheckToken } from './room-token.ts';
import { ofBrowser } from './transport.ts';
import { type TurnOptions, turnServer } from './turn.ts';

type CheckSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { member: MemberId }>;

export interface CheckOptions {
  /** The worker whose port is tried. */
  worker: () => Promise<MediaWorker>;
  /** Where media is sent to on this node. */
  target: () => Promise<Omit<CheckTarget, 'relays'>>;
  turn: TurnOptions | undefined;
  /** How long all of it may take, in ms. Default 30,000. */
  lasts?: number | undefined;
  log: Logger;
}

/**
 * Lets one page try the ways to this node. Its transports carry nothing and end with its socket, which ends by itself.
 */
class ConnectionCheck {
  readonly #options: CheckOptions;
  readonly #socket: CheckSocket;
  readonly #opened = new Set<CheckedWay>();
  readonly #limit: NodeJS.Timeout;
  #router: Promise<types.Router> | undefined;
  #worker: Promise<MediaWorker> | undefined;

  constructor(socket: CheckSocket, options: CheckOptions) {
    this.#options = options;
    this.#socket = socket;
    const { lasts = 30_000, log } = options;
    this.#limit = setTimeout(() => socket.disconnect(), lasts);
    socket.on('disconnect', () => this.#end());
    serve(socket, checkProtocol, this.#handlers(), {
      onError: (name, error) => {
        // A page that goes in the middle of it takes everything with it: that is no error.
        const level = error.category === 'internal' && socket.connected ? 'error' : 'debug';
        log[level]({ request: name, code: error.code, err: error.cause }, 'connection check failed');
      },
    });
  }

  #handlers(): Handlers<typeof checkProtocol> {
    const { turn, target } = this.#options;
    return {
      target: async () => ({ ...(await mediasoup(target)), relays: [...(turn?.urls ?? [])] }),
      open: ({ way, dtlsParameters }) => this.#open(way, dtlsParameters),
    };
  }

  async #open(way: CheckedWay, dtlsParameters: types.DtlsParameters): Promise<CheckTransport> {
    const { turn } = this.#options;
    if (this.#opened.has(way)) throw new AjarError('conflict', 'way-opened', 'This way is being tried already.');
    if (way === 'relay' && !turn) throw new AjarError('not-found', 'no-relay', 'There is no TURN server here.');
    this.#opened.add(way);
    this.#worker ??= this.#options.worker();
    const worker = await this.#worker;
    if (this.#socket.disconnected) throw new AjarError('unavailable', 'check-over', 'This check is over.');
    this.#router ??= worker.createRouter([]);
    const router = await this.#router;
    return await mediasoup(async () => {
      const transport = await router.createWebRtcTransport({
        webRtcServer: worker.webRtcServer,
        enableUdp: way !== 'tcp',
        enableTcp: way === 'tcp',
      });
      await transport.connect({ dtlsParameters: ofBrowser(dtlsParameters) });
      const { iceParameters, iceCandidates } = transport;
      const iceServers = way === 'relay' && turn ? [turnServer({ ...turn, urls: worthTrying(turn.urls) })] : [];
      return { iceParameters, iceCandidates, dtlsParameters: transport.dtlsParameters, iceServers };
    });
  }

  #end(): void {
    clearTimeout(this.#limit);
    // A worker that died took the router with it.
    this.#router?.then((router) => router.close()).catch(() => undefined);
  }
}

/** How many checks there may be at a time: on this node, and of one person. Calls come first. */
const most = { node: 40, member: 3 };

/** Lets in whoever has a token for a check. The token of a call is none. */
export function attachChecks(
  namespace: Namespace,
  { secret, ...options }: CheckOptions & { secret: Uint8Array },
): void {
  const underWay = new Map<string, MemberId>();
  namespace.use((socket: CheckSocket, next) => {
    const { token } = socket.handshake.auth;
    readCheckToken(typeof token === 'string' ? token : '', secret).then(
      (member) => {
        socket.data.member = member;
        next();
      },
      (thrown: unknown) => next(refusal(toAjarError(thrown))),
    );
  });
  namespace.on('connection', (socket: CheckSocket) => {
    const { member } = socket.data;
    const own = [...underWay.values()].filter((other) => other === member).length;
    if (underWay.size >= most.node || own >= most.member) return void socket.disconnect();
    underWay.set(socket.id, member);
    socket.on('disconnect', () => underWay.delete(socket.id));
    new ConnectionCheck(socket, options);
  });
}

/** An error whose `data` socket.io carries to the browser's `connect_error`. */
function refusal(error: AjarError): Error {
  return Object.assign(new Error(error.message), { data: error.toWire() });
}

/** Over TLS where the TURN server has that: it is what gets through where nothing else does. */
function worthTrying(urls: readonly string[]): readonly string[] {
  const overTls = urls.filter((url) => turnAddress(url)?.protocol === 'tls');
  return overTls.length > 0 ? overTls : urls;
}
