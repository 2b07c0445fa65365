import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { MediaNode, requireWorker } from '@ajar/media';
import type { RoomMoment } from '@ajar/shared';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import express from 'express';
import { Server as SocketServer } from 'socket.io';
import { type Accounts, createAccounts } from '../accounts/index.ts';
import { mayWrite, mountApi, requestIds, securityHeaders } from '../api/index.ts';
import { coffeeRoutes, coffeeStaffRoutes, newSalt, PairingPool } from '../coffee/index.ts';
import { type Database, openDatabase } from '../database/index.ts';
import { encounterHandlers } from '../encounters/index.ts';
import { figureRoutes } from '../figures/index.ts';
import { followsRouter } from '../follows/index.ts';
import { deskHoursHandlers, hoursHandlers, hoursRouter, ownHoursEvents } from '../hours/index.ts';
import { attachHub, userRoom } from '../hub/index.ts';
import { languageHandlers } from '../languages/index.ts';
import type { Log } from '../log/index.ts';
import { createMailer } from '../mail/index.ts';
import { attachNodes, nodeHandlers } from '../nodes/index.ts';
import { pushSubject } from '../push/index.ts';
import { openQueues, type Queues } from '../queue/index.ts';
import { openRedis, type Redis } from '../redis/index.ts';
import { roundHandlers, roundsRouter } from '../rounds/index.ts';
import { secretNamed } from '../secrets/index.ts';
import { publicUrlOf, type Settings } from '../settings/index.ts';
import { UnderWay } from '../under-way/index.ts';
import { Chores } from './chores.ts';
import { createFeatures, type Features, type FeaturesOptions } from './features.ts';
import { health } from './health.ts';
import { takePort } from './http.ts';
import { hubLimit } from './limits.ts';
import { hostMedia } from './own-media.ts';
import { pages } from './pages.ts';

export type ServerOptions = {
  settings: Settings;
  /** Folder of the built client. */
  clientDist: string;
  log: Log;
  /** The database or the last media worker is gone for good: the process should end. */
  onLost: (error: Error) => void;
};

export type RunningServer = {
  /** The address people open. */
  url: string;
  /** One-time link of the first owner, while nobody answers for the programme. */
  ownerLink: string | null;
  /** Ends calls, sockets, jobs and the database, in this order. May be called twice. */
  close(): Promise<void>;
};

/**
 * Starts everything, or nothing: what had begun is ended again before the error is thrown.
 * @throws AjarError of category `set-up`, whose message is for whoever started the server.
 */
export async function startServer({ settings, clientDist, log, onLost }: ServerOptions): Promise<RunningServer> {
  await using starting = new AsyncDisposableStack();
  const early = await takePort(settings.host, settings.port);
  starting.defer(() => closeHttp(early.server));
  const publicUrl = publicUrlOf(settings, early.port);
  if (settings.media.nodes === 'own') await requireWorker();

  const database = await openDatabase(settings, log, { onLost });
  starting.defer(() => database.close());
  const redis = settings.redisUrl === undefined ? undefined : await openRedis(settings.redisUrl, log);
  if (redis) starting.defer(() => redis.close());
  const { db, connection } = database;
  const pool = new PairingPool();
  // After the queues: a job under way may be pairing.
  starting.defer(() => pool.close());
  const [queues, secret] = await Promise.all([
    openQueues({ connection, redis, log }),
    settings.media.secret ? new TextEncoder().encode(settings.media.secret) : secretNamed(db, 'media'),
  ]);
  starting.defer(() => queues.close());
  const io = createSockets(publicUrl, redis);
  starting.defer(() => closeSockets(io));
  const mailer = createMailer(db, settings);
  starting.defer(() => mailer.close());
  const onSignedOut = (userId: string) => io.of('/').in(userRoom(userId)).disconnectSockets(true);
  const [media, accounts] = await Promise.all([
    settings.media.nodes === 'own' ? ownMedia(settings, secret, log) : undefined,
    createAccounts({ db, settings, publicUrl, mailer, log, onSignedOut, ...(redis ? { redis } : {}) }),
  ]);
  if (media) starting.defer(() => media.close());
  const { ownerLink } = await accounts.prepare();

  const hub = redis ? randomUUID() : 'only';
  const pushing = {
    subject: pushSubject({ publicUrl, mailFrom: settings.mailFrom }),
    reach: { loopback: settings.pushLoopback },
  };
  const linkSecret = await secretNamed(db, 'rounds');
  const rounding: NonNullable<FeaturesOptions['rounding']> = {
    pair: (round, told) => pool.pair(round, { ...told, salt: newSalt() }),
    mailer,
    secret: linkSecret,
    publicUrl,
  };
  const shared = redis !== undefined;
  const { coffeeMinute, doorMinute, hoursLead } = settings;
  const underWay = new UnderWay();
  starting.defer(() => underWay.settled(patience));
  const features = createFeatures({
    db,
    io,
    queues,
    secret,
    hub,
    shared,
    pushing,
    rounding,
    coffeeMinute,
    doorMinute,
    hoursLead,
    pool,
    underWay,
    log,
  });
  const chores = new Chores(log);
  starting.defer(() => chores.close());
  features.startChores(chores);

  const { viewerFrom } = accounts;
  attachHub({ ...features, namespace: io.of('/'), db, viewerFrom, limit: hubLimit(redis), underWay, log });
  const { encounters, nodes } = features;
  // Nobody waits for these as for a request, and the database is theirs all the same until they are done.
  const told = {
    joined: (moment: RoomMoment) => underWay.run(() => encounters.joined(moment)),
    left: (moment: RoomMoment) => underWay.run(() => encounters.left(moment)),
  };
  const back = encounters.nodeIsBack.bind(encounters);
  attachNodes({ ...told, back, namespace: io.of('/nodes'), nodes, secret, log });
  if (media) {
    media.attach(io);
    await hostMedia({ media, nodes, chores, told, log });
  }

  early.serve(
    createApp({
      ...{ accounts, features, pool, database, queues, redis, media },
      ...{ publicUrl, linkSecret, clientDist, underWay, log },
    }),
  );
  await queues.start();
  io.attach(early.server);
  // Before that there is nothing to close, and it would throw.
  starting.defer(() => io.close());
  const warming = setTimeout(() => {
    accounts.warmUp().catch((err: unknown) => log.warn({ err }, 'Signing in could not be made ready beforehand'));
  }, warmAfter);
  starting.defer(() => clearTimeout(warming));
  const stack = starting.move();
  return { url: publicUrl, ownerLink, close: () => stack.disposeAsync() };
}

function ownMedia({ media }: Settings, secret: Uint8Array, log: Log): Promise<MediaNode> {
  return MediaNode.create({
    nodeId: 'own',
    secret,
    log: log.child({ part: 'media' }),
    listenIp: media.listen,
    announcedAddress: media.announced,
    firstPort: media.port,
    workers: media.workers,
    cameraCodec: media.cameraCodec,
    turn: media.turn,
  });
}

/** How long, in ms, a server that ends waits for the requests it is still answering. */
const patience = 5_000;

/** When, in ms after the start, the parts of signing in that load on first need are loaded anyway. */
const warmAfter = 1_000;

/** How long, in ms, a socket that lost its connection finds its place again. */
const recoverable = 120_000;

function createSockets(publicUrl: string, redis: Redis | undefined): SocketServer {
  return new SocketServer({
    transports: ['websocket'],
    serveClient: false,
    // A lost connection is noticed within ten seconds, on both sides.
    pingInterval: 5_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 256 * 1024,
    connectionStateRecovery: { maxDisconnectionDuration: recoverable, skipMiddlewares: false },
    // Browsers send cookies with a WebSocket from any page: only our own pages may open one.
    allowRequest: (request, answer) => {
      const { origin, host } = request.headers;
      // An opened socket can change things, so the rule for writes holds; an origin that is no URL is refused too.
      const own = mayWrite({ method: 'POST', origin, host, site: undefined }, new URL(publicUrl).origin);
      answer(own ? null : 'another origin', own);
    },
    ...(redis ? { adapter: createAdapter(redis) } : {}),
  });
}

/** Before it is attached, socket.io has adapters to close but no engine, and its own `close` trips over that. */
async function closeSockets(io: SocketServer): Promise<void> {
  if (io.engine) await io.close();
  else await Promise.all(['/', '/nodes', '/media'].map((name) => io.of(name).adapter.close()));
}

type Parts = {
  accounts: Accounts;
  features: Features;
  database: Database;
  queues: Queues;
  redis: Redis | undefined;
  media: MediaNode | undefined;
  publicUrl: string;
  pool: PairingPool;
  /** Signs the links in mails. */
  linkSecret: Uint8Array;
  clientDist: string;
  underWay: UnderWay;
  log: Log;
};

function createApp(parts: Parts) {
  const { accounts, features, pool, database, queues, redis, media } = parts;
  const { publicUrl, linkSecret, clientDist, underWay, log } = parts;
  const { db } = database;
  const { rounds } = features;
  const app = express();
  app.disable('x-powered-by');
  // Behind a proxy of our own network the visitor's address is the one it names; limits count by it.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(requestIds());
  const ready = async (ok: boolean) => {
    if (!ok) throw new Error('not ready');
  };
  app.use(
    health({
      database: () => database.ping(),
      queue: () => queues.ping(),
      ...(redis ? { redis: async () => void (await redis.ping()) } : {}),
      media: () => (media ? ready(media.ready) : features.nodes.place().then(() => undefined)),
    }),
  );
  app.use(securityHeaders({ publicUrl }));
  app.use(accounts.router);
  const alsoInFeed = ownHoursEvents(db, publicUrl);
  app.use(hoursRouter({ db, publicUrl }), roundsRouter({ db, rounds, secret: linkSecret, publicUrl, alsoInFeed }));
  app.use(followsRouter({ db, secret: linkSecret }));
  const handlers = {
    ...accounts.handlers,
    ...features.people.handlers,
    ...features.staffedDoors,
    ...features.line,
    ...features.programs.handlers,
    ...features.push.handlers,
    ...features.after.handlers,
    ...features.follows.handlers,
    ...roundHandlers({ db, rounds, publicUrl }),
    ...hoursHandlers({ db, hours: features.hours, publicUrl }),
    ...deskHoursHandlers({ db, hours: features.hours }),
    ...encounterHandlers(db, features.encounters),
    ...coffeeRoutes(db, features.coffee.calls),
    ...coffeeStaffRoutes(db, pool),
    ...figureRoutes(db),
    ...languageHandlers(db),
    ...nodeHandlers(features.nodes),
  };
  mountApi(app, { handlers, viewer: accounts.viewer, publicUrl, underWay, log });
  app.use(pages({ clientDist, viewerFrom: accounts.viewerFrom }));
  return app;
}

function closeHttp(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
