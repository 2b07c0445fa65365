import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintNodeToken, supportedRtpCapabilities } from '@ajar/media';
import {
  type EncounterId,
  hubProtocol,
  type MemberId,
  type Mine,
  nodesProtocol,
  type ProgramId,
  type PushData,
  type RequestData,
  type RequestName,
  type RoundNotice,
  request,
  rtpCapabilities,
} from '@ajar/shared';
import { io, type Socket } from 'socket.io-client';
import { vi } from 'vitest';
import { createAuth } from '../accounts/auth.ts';
import { createTestDatabase } from '../database/testing.ts';
import { moment } from '../encounters/testing.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { mediaNodes } from '../nodes/index.ts';
import { members, programs } from '../programs/tables.ts';
import { freePort, startTestRedis } from '../redis/testing.ts';
import { secretNamed } from '../secrets/index.ts';

/** Waits for what is on its way, however busy the machine. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 120_000, interval: 50 });

const log = createLog({ level: 'silent' });
const mediaSecret = 'a secret of tests, 32 bytes or more';
const nodeName = 'tested';

export type TownOptions = {
  /** Whether the servers share a Redis: then each knows who is at the others. Default: the queue is on Postgres. */
  redis?: boolean;
  env?: Readonly<Record<string, string>>;
};

/** One Postgres, and as many servers on it as are started: each the whole program, as a process of its own. */
export async function openTown({ redis = false, env = {} }: TownOptions = {}) {
  await using opening = new AsyncDisposableStack();
  const database = await createTestDatabase(log);
  opening.defer(() => database.close());
  const shared = redis ? await startTestRedis() : undefined;
  if (shared) opening.defer(() => shared.close());
  const dataDir = await mkdtemp(join(tmpdir(), 'ajar-town-'));
  opening.defer(() => rm(dataDir, { recursive: true, force: true }));
  const { db } = database;
  // What people open: never called, but cookies and origins go by it.
  const publicUrl = 'http://localhost:3000';
  const settings = {
    PATH: process.env['PATH'],
    DATABASE_URL: database.url,
    ...(shared ? { REDIS_URL: shared.url } : {}),
    AJAR_DATA_DIR: dataDir,
    AJAR_PUBLIC_URL: publicUrl,
    AJAR_MEDIA_NODES: 'remote',
    AJAR_MEDIA_SECRET: mediaSecret,
    AJAR_LOG_LEVEL: 'error',
    ...env,
  };
  const auth = createAuth({
    db,
    log,
    secret: Buffer.from(await secretNamed(db, 'sessions')).toString('base64url'),
    publicUrl,
    demo: false,
    oidc: undefined,
    sendMagicLink: async () => undefined,
    onSignedOut: () => undefined,
  });
  const programId = newId<ProgramId>();
  await db.insert(programs).values({ id: programId, name: 'A programme' });
  const rest = opening.move();
  return {
    db,
    database,
    redisUrl: shared?.url,
    programId,
    /** Starts one more server; it ends with the town. */
    serve: async () => {
      const server = await ServerProcess.start(settings);
      rest.defer(() => server.kill());
      return server;
    },
    /** Somebody who is signed in. */
    join: async (name: string, given: { staff?: boolean } = {}): Promise<TownPerson> => {
      const memberId = newId<MemberId>();
      const email = `${memberId}@example.org`;
      await db.insert(members).values({ id: memberId, programId, email, name, ...given });
      const cookies = await auth.beginSession({ email, name });
      const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
      return { memberId, name, programId, headers: { cookie, origin: publicUrl } };
    },
    /** A media node that says of people what the test says, over the same socket as any. It ends with the town. */
    mediaNode: async (server: ServerProcess) => {
      const node = await ToldNode.connect(server, async () => {
        // It is taken to be alive through whatever happens to the servers.
        const later = new Date(Date.now() + 3_600_000);
        await db.update(mediaNodes).set({ seenAt: later, registeredAt: later });
      });
      rest.defer(async () => node.close());
      return node;
    },
    /** A page of this person, open at a server. It ends with the town. */
    window: (person: TownPerson, server: ServerProcess) => {
      const opened = new TownWindow(person, server);
      rest.defer(async () => opened.close());
      return opened;
    },
    close: () => rest.disposeAsync(),
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;
export type TownPerson = {
  memberId: MemberId;
  name: string;
  programId: ProgramId;
  headers: { cookie: string; origin: string };
};

/** The program as `npm start` runs it, from its sources. */
export class ServerProcess {
  readonly port: number;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  static async start(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const server = new ServerProcess(env, await freePort());
    await server.startAgain();
    return server;
  }

  private constructor(env: NodeJS.ProcessEnv, port: number) {
    this.#env = env;
    this.port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    const script = join(import.meta.dirname, '..', 'main.ts');
    const env = { ...this.#env, PORT: String(this.port) };
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('Ajar is open')) ready();
        else if (text.includes('"level":50') || text.includes('"level":60')) process.stderr.write(text);
      });
      child.once('exit', () => failed(new Error('The server ended before it was open')));
    });
  }

  /** Ends it as a power cut would. Ending it twice is fine. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

type Admitted = PushData<typeof hubProtocol, 'admitted'>;

/** As much of a page as goes where it is called: it says that it is at the call, and comes back when the server does. */
export class TownWindow {
  readonly person: TownPerson;
  readonly socket: Socket;
  /** Every encounter this page went to, once each, in order. */
  readonly calls: EncounterId[] = [];
  readonly admitted: Admitted[] = [];
  mine: Mine | undefined;
  round: RoundNotice | null = null;

  constructor(person: TownPerson, server: ServerProcess) {
    this.person = person;
    this.socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: person.headers,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    });
    const { pushes } = hubProtocol;
    this.socket.on('snapshot', (data: unknown) => this.#see(pushes.snapshot.parse(data).mine));
    this.socket.on('mine', (data: unknown) => this.#see(pushes.mine.parse(data)));
    this.socket.on('round', (data: unknown) => {
      this.round = pushes.round.parse(data);
    });
    this.socket.on('admitted', (data: unknown) => {
      const told = pushes.admitted.parse(data);
      this.admitted.push(told);
      this.#goTo(told.admission.encounterId);
    });
  }

  press<N extends RequestName<typeof hubProtocol>>(name: N, data: RequestData<typeof hubProtocol, N>) {
    return request(this.socket, hubProtocol, name, data);
  }

  /** Is there: the corridor has been drawn. */
  async here(): Promise<this> {
    await eventually(() => {
      if (!this.socket.connected || !this.mine) throw new Error(`${this.person.name} is not in the corridor yet`);
    });
    return this;
  }

  close(): void {
    this.socket.disconnect();
  }

  #see(mine: Mine): void {
    this.mine = mine;
    if (mine.encounter && !mine.encounter.joined) this.#goTo(mine.encounter.encounterId);
  }

  #goTo(encounterId: EncounterId): void {
    if (this.calls.includes(encounterId)) return;
    this.calls.push(encounterId);
    void this.press('atCoffee', { encounterId }).catch(() => undefined);
  }
}

/** A media node by its word alone. */
class ToldNode {
  readonly #socket: Socket;
  /** What the hub asked of it. */
  readonly asked: string[] = [];

  static async connect(server: ServerProcess, known: () => Promise<void>): Promise<ToldNode> {
    const node = new ToldNode(server, known);
    await eventually(() => {
      if (!node.#known) throw new Error('The hub does not know the media node yet');
    });
    return node;
  }

  #known = false;

  private constructor(server: ServerProcess, known: () => Promise<void>) {
    this.#socket = io(`${server.url}/nodes`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      auth: (answer) => {
        void mintNodeToken(nodeName, new TextEncoder().encode(mediaSecret)).then((token) => answer({ token }));
      },
    });
    const report = { nodeId: nodeName, url: '', peers: 0, rooms: [] };
    const capabilities = rtpCapabilities.parse(supportedRtpCapabilities());
    const register = async () => {
      await request(this.#socket, nodesProtocol, 'report', { ...report, rtpCapabilities: capabilities });
      await known();
      this.#known = true;
    };
    // A server that dies meanwhile is told again when it is back.
    this.#socket.on('connect', () => void register().catch(() => undefined));
    this.#socket.on('closeRoom', ({ roomId }: { roomId: string }) => void this.asked.push(`close ${roomId}`));
    this.#socket.on('removePeer', ({ roomId, memberId }: Record<string, string>) => {
      this.asked.push(`remove ${memberId} from ${roomId}`);
    });
  }

  async joined(encounterId: EncounterId, ...people: MemberId[]): Promise<void> {
    for (const memberId of people) {
      await request(this.#socket, nodesProtocol, 'joined', moment(encounterId, memberId));
    }
  }

  async left(encounterId: EncounterId, ...people: MemberId[]): Promise<void> {
    for (const memberId of people) await request(this.#socket, nodesProtocol, 'left', moment(encounterId, memberId));
  }

  close(): void {
    this.#socket.disconnect();
  }
}
