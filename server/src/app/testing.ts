import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EncounterId,
  hubProtocol,
  type MemberId,
  type Mine,
  type ProgramId,
  type PushData,
  type RequestData,
  type RequestName,
  type RoundNotice,
  request,
} from '@ajar/shared';
import { io, type Socket } from 'socket.io-client';
import { vi } from 'vitest';
import { createAuth } from '../accounts/auth.ts';
import { createTestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { mediaNodes } from '../nodes/index.ts';
import { members, programs } from '../programs/tables.ts';
import { startTestRedis } from '../redis/testing.ts';
import { secretNamed } from '../secrets/index.ts';
import { ServerProcess } from './fixtures/server-process.ts';
import { ToldNode } from './fixtures/told-node.ts';

/** Waits for what is on its way, however busy the machine. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 120_000, interval: 50 });

const log = createLog({ level: 'silent' });
const mediaSecret = 'a secret of tests, 32 bytes or more';

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
      const node = await ToldNode.connect(server, mediaSecret, async () => {
        // It is taken to be alive through whatever happens to the servers.
        const later = new Date(Date.now() + 3_600_000);
        await db.update(mediaNodes).set({ seenAt: later, registeredAt: later });
      });
      rest.defer(async () => node.close());
      return node;
    },
    /** A page of this person, open at a server; one that does not come when called is away. It ends with the town. */
    window: (person: TownPerson, server: ServerProcess, given: { comes?: boolean } = {}) => {
      const opened = new TownWindow(person, server, given.comes ?? true);
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

  readonly #comes: boolean;

  constructor(person: TownPerson, server: ServerProcess, comes: boolean) {
    this.person = person;
    this.#comes = comes;
    this.socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: person.headers,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    });
    const { pushes } = hubProtocol;
    this.socket.on('disconnect', () => {
      this.mine = undefined;
    });
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
    if (this.#comes) void this.press('atCoffee', { encounterId }).catch(() => undefined);
  }
}
