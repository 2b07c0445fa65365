import type { IncomingHttpHeaders } from 'node:http';
import {
  AjarError,
  askedLanguage,
  type Handlers,
  hubProtocol,
  type PageLanguage,
  push,
  serve,
  toAjarError,
} from '@ajar/shared';
import type { Namespace, Socket } from 'socket.io';
import type { Viewer } from '../api/index.ts';
import { type Bringing, bringingHandlers } from '../bringing/index.ts';
import { type CoffeeTable, coffeeHandlers } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { type Doorkeeping, doorkeepingHandlers } from '../doorkeeping/index.ts';
import { type Doors, doorHandlers, type Turns, turnHandlers } from '../doors/index.ts';
import { keepSeen, refusalFor } from '../languages/index.ts';
import { type Log, newRequestId, withRequestId } from '../log/index.ts';
import { type Lounges, loungeHandlers } from '../lounge/index.ts';
import { type Passing, passingHandlers } from '../passing/index.ts';
import type { Presence } from '../presence/index.ts';
import { noticesOf, type Rounds, roundSocketHandlers } from '../rounds/index.ts';
import type { UnderWay } from '../under-way/index.ts';
import type { Snapshots } from './snapshots.ts';
import { memberRoom, programRoom, userRoom } from './telling.ts';

export type HubOptions = {
  namespace: Namespace;
  db: Db;
  doors: Doors;
  doorkeeping: Doorkeeping;
  turns: Turns;
  lounges: Lounges;
  bringing: Bringing;
  coffee: CoffeeTable;
  rounds: Rounds;
  passing: Passing;
  presence: Presence;
  snapshots: Snapshots;
  viewerFrom: (headers: IncomingHttpHeaders) => Promise<Viewer | null>;
  /** Counts a request of this person. @throws AjarError `too-many`. */
  limit: (key: string) => Promise<void>;
  underWay: UnderWay;
  log: Log;
};

/** How long, in ms, somebody counts as around after their last connection. */
const linger = 3_000;

type Me = {
  userId: string;
  member: NonNullable<Viewer['member']>;
  program: NonNullable<Viewer['program']>;
  /** What their browser asks for, if nobody has kept it yet. */
  newLanguage: PageLanguage | null;
};

/** The hub socket: signed-in members only, each request parsed, counted and logged under an id of its own. */
export function attachHub(options: HubOptions): void {
  const { namespace, viewerFrom, underWay, log } = options;
  namespace.use((socket, next) => {
    underWay
      .run(() => memberFrom(viewerFrom, socket.request.headers))
      .then(
        (me) => {
          socket.data = me;
          next();
        },
        (thrown: unknown) => {
          const error = toAjarError(thrown);
          if (error.category === 'internal') log.error({ err: error }, 'A hub socket could not be let in');
          const data = refusalFor(error.toWire(), socket.request.headers);
          next(Object.assign(new Error(error.code), { data }));
        },
      );
  });
  namespace.on('connection', (socket) => {
    underWay
      .run(() => welcome(options, socket, socket.data))
      .catch((err: unknown) => {
        log.error({ err }, 'A hub socket could not be welcomed');
        socket.disconnect(true);
      });
  });
}

async function memberFrom(viewerFrom: HubOptions['viewerFrom'], headers: IncomingHttpHeaders): Promise<Me> {
  const viewer = await viewerFrom(headers);
  if (!viewer)
    throw new AjarError('not-signed-in', 'not-signed-in', 'You are not signed in any more. Please sign in again.');
  const { userId, member, program, seenLanguage } = viewer;
  if (!member || !program) {
    throw new AjarError('not-allowed', 'no-programme', 'You are not in a programme yet. Ask its staff to add you.');
  }
  const asked = askedLanguage(headers);
  return { userId, member, program, newLanguage: asked === seenLanguage ? null : asked };
}

async function welcome(
  options: HubOptions,
  socket: Socket,
  { userId, member, program, newLanguage }: Me,
): Promise<void> {
  const {
    db,
    doors,
    doorkeeping,
    turns,
    lounges,
    bringing,
    coffee,
    rounds,
    passing,
    presence,
    snapshots,
    limit,
    underWay,
    log,
  } = options;
  const { memberId, name } = member;
  const me = { memberId, name, programId: program.id };
  const handlers: Handlers<typeof hubProtocol> = {
    ...doorHandlers(doors, me),
    ...turnHandlers(turns, me),
    ...coffeeHandlers(coffee, me),
    ...doorkeepingHandlers(doorkeeping, me),
    ...roundSocketHandlers(rounds, me),
    ...passingHandlers(passing, me),
    ...loungeHandlers(lounges, me),
    ...bringingHandlers(bringing, me),
    carryDoor: async () => {
      push(socket.to(memberRoom(memberId)), hubProtocol, 'doorElsewhere', {});
      return {};
    },
  };
  serve(socket, hubProtocol, handlers, {
    say: (error) => refusalFor(error, socket.request.headers),
    around: (request, run) =>
      withRequestId(newRequestId(), () =>
        underWay.run(async () => {
          await limit(memberId);
          const result = await run();
          log.info({ request, memberId }, 'Hub request');
          return result;
        }),
      ),
    onError: (request, err) => {
      const level = err.category === 'internal' ? 'error' : 'info';
      log[level]({ request, memberId, code: err.code, ...(level === 'error' ? { err } : {}) }, 'Hub request refused');
    },
  });
  await socket.join([userRoom(userId), memberRoom(memberId), programRoom(program.id)]);
  const gone = presence.connect(me);
  // A reload is not a departure: the chair stays warm for a moment.
  socket.on('disconnect', () => setTimeout(gone, linger).unref());
  if (socket.disconnected) gone();
  const { snapshot, common } = await snapshots.toSend({ memberId, program });
  // What a recovered socket missed is replayed by socket.io; everybody else starts from the whole.
  if (!socket.recovered && common)
    push(socket, hubProtocol, 'packed', { program, memberId, mine: snapshot.mine, common });
  else if (!socket.recovered) push(socket, hubProtocol, 'snapshot', snapshot);
  if (snapshot.mine.seat) await coffee.seek(program.id);
  const notices = await noticesOf(db, program.id, [memberId], new Date());
  push(socket, hubProtocol, 'round', notices.get(memberId) ?? null);
  if (newLanguage) await keepSeen(db, memberId, newLanguage);
}
