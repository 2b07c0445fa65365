import { access, constants } from 'node:fs/promises';
import { AjarError, type CameraCodec } from '@ajar/shared';
import { createWorker, extras, type types, workerBin as upstreamBin } from 'mediasoup';
import { loopback, thisMachine } from './addresses.ts';
import { mediaCodecs } from './codecs.ts';

export interface MediaWorkerOptions {
  /** Which of the pool's workers this is, from 0; decides its port. */
  index: number;
  /** IP address to listen on for media. Default: for browsers on this machine, see `thisMachine`. */
  listenIp?: string | undefined;
  /** Address told to browsers instead of the one listened on. */
  announcedAddress?: string | undefined;
  /** Media port of this worker, UDP and TCP. 0: any free port. */
  port: number;
  /** Path of the mediasoup-worker binary. Default: mediasoup's own choice. */
  workerBin?: string | undefined;
  /** What cameras may be sent in besides VP8. Default: nothing else. */
  cameraCodec?: CameraCodec | undefined;
}

export type MediaWorkerEvents = {
  /** The process ended without being asked to. */
  died: [Error];
};

/** How long a worker process may take to end before it is killed, in ms. */
const exitPatience = 2_000;

/** One mediasoup worker process, its one media port and its one router. */
export class MediaWorker extends extras.EnhancedEventEmitter<MediaWorkerEvents> {
  readonly index: number;
  readonly cameraCodec: CameraCodec | undefined;
  readonly #worker: types.Worker;
  readonly #server: types.WebRtcServer;
  readonly #gone: Promise<void>;
  #router: Promise<types.Router> | undefined;
  #load = 0;

  /** @throws AjarError `worker-missing`, `worker-failed` or `media-port-taken` (set-up); no process is left then. */
  static async create(options: MediaWorkerOptions): Promise<MediaWorker> {
    await requireWorker(options.workerBin);
    const worker = await startWorker(options.workerBin);
    const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
    const where = listenedOn(options).map((ip) => ({
      ip,
      ...(options.announcedAddress ? { announcedAddress: options.announcedAddress } : {}),
      ...(options.port > 0 ? { port: options.port } : {}),
    }));
    try {
      const server = await worker.createWebRtcServer({
        // The first is what a browser tries first.
        listenInfos: where.flatMap((each) => [
          { ...each, protocol: 'udp' as const },
          { ...each, protocol: 'tcp' as const },
        ]),
      });
      return new MediaWorker(options, worker, server, gone);
    } catch (cause) {
      worker.close();
      await gone;
      throw portTrouble(options, cause);
    }
  }

  private constructor(
    options: MediaWorkerOptions,
    worker: types.Worker,
    server: types.WebRtcServer,
    gone: Promise<void>,
  ) {
    super();
    this.index = options.index;
    this.cameraCodec = options.cameraCodec;
    this.#worker = worker;
    this.#server = server;
    this.#gone = gone;
    worker.on('died', (error) => this.safeEmit('died', error));
    worker.observer.on('newrouter', (router) => {
      // Every room has one.
      router.observer.on('newrtpobserver', (rtpObserver) => this.#count(rtpObserver.observer));
    });
    server.observer.on('webrtctransporthandled', (transport) => this.#count(transport.observer));
  }

  get pid(): number {
    return this.#worker.pid;
  }

  get alive(): boolean {
    return !this.#worker.closed;
  }

  /** Rooms and transports on this worker. */
  get load(): number {
    return this.#load;
  }

  get webRtcServer(): types.WebRtcServer {
    return this.#server;
  }

  /** Where media is sent to on this worker, at the first address it listens on. */
  async ports(): Promise<{ udp: number[]; tcp: number[] }> {
    const { udpSockets, tcpServers } = await this.#server.dump();
    const first = ({ ip }: { ip: string }) => ip === udpSockets[0]?.ip;
    const portOf = ({ port }: { port: number }) => port;
    return { udp: udpSockets.filter(first).map(portOf), tcp: tcpServers.filter(first).map(portOf) };
  }

  async createRouter(mediaCodecs: types.RouterRtpCodecCapability[]): Promise<types.Router> {
    return await this.#worker.createRouter({ mediaCodecs });
  }

  /**
   * The router of all rooms of this worker: a transport that is on it before its room is known can come into any. Who
   * hears whom is the rooms' affair, which make every consumer.
   */
  get router(): Promise<types.Router> {
    this.#router ??= this.#worker.createRouter({ mediaCodecs: mediaCodecs(this.cameraCodec) });
    return this.#router;
  }

  /** Ends the process; resolves when it is gone. */
  async close(): Promise<void> {
    this.#worker.close();
    const late = setTimeout(() => process.kill(this.pid, 'SIGKILL'), exitPatience);
    await this.#gone;
    clearTimeout(late);
  }

  #count(observer: { once(event: 'close', listener: () => void): unknown }): void {
    this.#load += 1;
    observer.once('close', () => {
      this.#load -= 1;
    });
  }
}

/**
 * mediasoup adds its own once-only SIGINT and SIGTERM listeners with every worker. They switch off Node's default exit, so
 * that a host without its own handling stays up with dead workers, and they end the workers before the host has said
 * goodbye to anybody. The host owns the signals: whatever mediasoup adds is taken away again in the same tick.
 */
async function startWorker(workerBin: string | undefined): Promise<types.Worker> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const most = process.getMaxListeners();
  const starting = createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
  for (const [i, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!before[i]?.has(listener)) process.removeListener(signal, listener);
    }
  }
  process.setMaxListeners(most);
  try {
    return await starting;
  } catch (cause) {
    throw new AjarError('set-up', 'worker-failed', `The media worker did not start: ${String(cause)}`, { cause });
  }
}

/**
 * Sees that there is a worker to start, before a host makes anything it would have to undo.
 * @throws AjarError `worker-missing` (set-up).
 */
export async function requireWorker(path: string = upstreamBin): Promise<void> {
  try {
    await access(path, constants.X_OK);
  } catch (cause) {
    throw new AjarError(
      'set-up',
      'worker-missing',
      `The media worker is missing or cannot be run: ${path}. Run \`npm start\` to build it, or set MEDIASOUP_WORKER_BIN.`,
      { cause },
    );
  }
}

/** Who announces an address has browsers elsewhere in mind, and they are all told the same. */
function listenedOn({ listenIp, announcedAddress }: MediaWorkerOptions): string[] {
  if (listenIp) return [listenIp];
  return announcedAddress ? [loopback] : thisMachine();
}

function portTrouble(options: MediaWorkerOptions, cause: unknown): AjarError {
  const { port } = options;
  const listenIp = listenedOn(options).join(' and ');
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/address already in use|EADDRINUSE/i.test(reason)) {
    const where = port > 0 ? `Media port ${port} on ${listenIp}` : `Every media port on ${listenIp}`;
    return new AjarError('set-up', 'media-port-taken', `${where} is taken. Set AJAR_MEDIA_PORT to a free one.`, {
      cause,
    });
  }
  return new AjarError('set-up', 'media-listen-failed', `Media cannot listen on ${listenIp}: ${reason}.`, { cause });
}
