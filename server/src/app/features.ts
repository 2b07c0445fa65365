import { AjarError, type MemberId } from '@ajar/shared';
import type { Server as SocketServer } from 'socket.io';
import { type AfterEncounters, createAfter } from '../after/index.ts';
import { Bringing } from '../bringing/index.ts';
import { CoffeeTable, coffeeTiming, forgetDrawings, type PairingPool } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { Doorkeeping, keepingTiming } from '../doorkeeping/index.ts';
import { answerWithin, Doors, lineHandlers, staffedDoorHandlers, Turns } from '../doors/index.ts';
import { Encounters, lostPeople } from '../encounters/index.ts';
import { Follows } from '../follows/index.ts';
import { Hours } from '../hours/index.ts';
import { Corridor, Snapshots } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { Lounges } from '../lounge/index.ts';
import { MediaNodes } from '../nodes/index.ts';
import { Passing } from '../passing/index.ts';
import { createPeople, type People } from '../people/index.ts';
import { Presence, type PresenceNews, presenceEvery } from '../presence/index.ts';
import { createPrograms, type Programs } from '../programs/index.ts';
import { Push, type PushOptions } from '../push/index.ts';
import type { Queues } from '../queue/index.ts';
import { type PairPeople, RoundPost, type RoundPostOptions, Rounds } from '../rounds/index.ts';
import { UnderWay } from '../under-way/index.ts';
import type { Chores } from './chores.ts';

/** How often what is written down is compared with who is there, in ms. */
const sweepEvery = 15_000;
/** How often questions that are put away are forgotten, in ms. */
const forgetEvery = 600_000;

export type FeaturesOptions = {
  db: Db;
  io: SocketServer;
  queues: Queues;
  secret: Uint8Array;
  /** Name of this hub among hubs. */
  hub: string;
  /** Whether there may be other hubs, to be told of presence. */
  shared: boolean;
  /** How push messages are sent. Default: from nobody who could be written to, and never to this machine. */
  pushing?: Pick<PushOptions, 'subject' | 'reach'>;
  /** How rounds pair and write to people. Default: nobody is paired and nothing is sent. */
  rounding?: { pair: PairPeople } & Pick<RoundPostOptions, 'mailer' | 'secret' | 'publicUrl'>;
  /** How long a minute of a coffee lasts, in ms. Default: 60,000. */
  coffeeMinute?: number;
  /** The same for a minute at a door. */
  doorMinute?: number;
  /** How long before its hours a mentor is asked whether to open the door, in ms. Default: 300,000. */
  hoursLead?: number;
  /** The thread that pairs. */
  pool: PairingPool;
  /** What is waited for before the database is closed. Default: one that nobody waits for. */
  underWay?: UnderWay;
  log: Log;
};

export type Features = {
  nodes: MediaNodes;
  presence: Presence;
  snapshots: Snapshots;
  encounters: Encounters;
  doors: Doors;
  doorkeeping: Doorkeeping;
  turns: Turns;
  lounges: Lounges;
  bringing: Bringing;
  coffee: CoffeeTable;
  people: People;
  after: AfterEncounters;
  programs: Programs;
  push: Push;
  rounds: Rounds;
  passing: Passing;
  hours: Hours;
  follows: Follows;
  staffedDoors: ReturnType<typeof staffedDoorHandlers>;
  line: ReturnType<typeof lineHandlers>;
  startChores(chores: Chores): void;
};

const noRounding: NonNullable<FeaturesOptions['rounding']> = {
  pair: async () => {
    throw new AjarError('set-up', 'no-pairing', 'Nothing pairs people here.');
  },
  mailer: { send: async () => undefined },
  secret: new Uint8Array(32),
  publicUrl: 'http://localhost',
};

const noPushing = { subject: 'mailto:ajar@localhost', reach: { loopback: false } };

/** The rooms of the house and the doors between them. */
export function createFeatures({
  db,
  io,
  queues,
  secret,
  hub,
  shared,
  pushing = noPushing,
  rounding = noRounding,
  coffeeMinute = coffeeTiming.minute,
  doorMinute,
  hoursLead,
  pool,
  underWay = new UnderWay(),
  log,
}: FeaturesOptions): Features {
  const owned = (what: string, work: Promise<unknown>) => {
    underWay
      .run(() => work)
      .catch((err: unknown) => {
        // Nobody is connected any more, and the database may be closed: there is nothing to tell.
        if (!underWay.over) log.error({ err }, `${what} could not be told to the corridor`);
      });
  };
  const tell = (news: PresenceNews) => {
    if (shared) io.serverSideEmit('presence', news);
  };
  const presence = new Presence({ hub, tell });
  io.on('presence', (news: PresenceNews) => presence.hear(news));
  const around = (memberId: MemberId) => presence.isAround(memberId);

  const answer = answerWithin(doorMinute);
  const snapshots = new Snapshots(db, presence, answer);
  const corridor = new Corridor({ namespace: io.of('/'), db, presence, snapshots, answer, owned });
  presence.onAround((person) => owned('An arrival', corridor.presenceChanged(person, true)));
  presence.onAway((person) => owned('A departure', corridor.presenceChanged(person, false)));

  const nodes = new MediaNodes({ db, secret });
  const encounters = new Encounters({ db, nodes, announcer: corridor, queues, log });
  const push = new Push({ db, queues, log, ...pushing });
  const notify: Push['notify'] = (memberId, message) => push.notify(memberId, message);
  const timing = keepingTiming(doorMinute);
  const turns = new Turns({ db, encounters, announcer: corridor, queues, around, notify, answer, log });
  presence.onAround(({ memberId }) => owned('A turn', turns.seen(memberId)));
  const doors = new Doors({ db, encounters, announcer: corridor, around, turns, log });
  const doorkeeping = new Doorkeeping({ db, encounters, announcer: corridor, queues, around, notify, timing, log });
  doorkeeping.onResumed((doorId) => turns.callNext(doorId));
  presence.onAround(({ memberId }) => owned('A return', doorkeeping.cameBack(memberId)));
  presence.onAway(({ memberId }) => owned('An absence', doorkeeping.wentAway(memberId)));
  const lounges = new Lounges({ db, encounters, announcer: corridor, log });
  const aroundIn: Presence['aroundIn'] = (programId) => presence.aroundIn(programId);
  const bringing = new Bringing({ db, encounters, announcer: corridor, queues, aroundIn, log });
  const passing = new Passing({ db, encounters, announcer: corridor, queues, around, log });
  const hours = new Hours({
    db,
    doors,
    announcer: corridor,
    queues,
    around,
    notify,
    log,
    missed: (timeId, readers) => follows.missed.hold(timeId, readers),
    ...(hoursLead === undefined ? {} : { lead: hoursLead }),
  });
  doors.onOpened((doorId, memberId) => hours.opened(doorId, memberId));
  doors.onHeld((doorId, memberId) => hours.opened(doorId, memberId));
  const { pair, ...mailing } = rounding;
  const follows = new Follows({ db, queues, doors, announcer: corridor, push, ...mailing });
  const post = new RoundPost({ db, queues, ...mailing });
  const rounds = new Rounds({ db, encounters, announcer: corridor, queues, pair, around, post, log });
  const coffee = new CoffeeTable({
    db,
    encounters,
    announcer: corridor,
    queues,
    pool,
    around,
    aroundIn: (programId) => presence.aroundIn(programId),
    notify,
    timing: { ...coffeeTiming, minute: coffeeMinute },
    log,
  });
  const people = createPeople({
    db,
    onProfileChanged: (memberId) => owned('A name plate', corridor.doorsOfChanged([memberId])),
    onBlocksChanged: (blocker, blocked) =>
      owned(
        'A block',
        encounters
          .part(blocker, blocked)
          .then(() => doors.part(blocker, blocked))
          .then(() => corridor.redraw([blocker, blocked])),
      ),
  });
  const after = createAfter({ db, onChanged: (changed) => corridor.afterChanged(changed), log });

  return {
    nodes,
    presence,
    snapshots,
    encounters,
    doors,
    doorkeeping,
    turns,
    lounges,
    bringing,
    coffee,
    people,
    push,
    after,
    rounds,
    passing,
    hours,
    follows,
    staffedDoors: staffedDoorHandlers(db, corridor),
    line: lineHandlers({ db, announcer: corridor, minute: doorMinute }),
    programs: createPrograms({ db }),
    startChores: (chores) => {
      chores.every(presenceEvery, 'presence', () => presence.beat());
      chores.every(forgetEvery, 'after', () => after.forget());
      chores.every(forgetEvery, 'drawings', () => forgetDrawings(db, new Date()));
      chores.every(sweepEvery, 'left-chairs', () => coffee.clearLeftChairs(Date.now()));
      chores.every(sweepEvery, 'coffee', () => coffee.sweep());
      chores.every(sweepEvery, 'rooms', () => doors.rooms.sweep());
      chores.every(sweepEvery, 'duties', () => doors.staffed.sweep(Date.now()));
      chores.every(sweepEvery, 'turns', () => turns.sweep());
      chores.every(sweepEvery, 'rounds', () => rounds.sweep());
      chores.every(sweepEvery, 'doors', () => doorkeeping.sweep());
      chores.every(sweepEvery, 'hours', () => hours.sweep());
      chores.every(sweepEvery, 'follows', () => follows.sweep());
      chores.every(sweepEvery, 'passing', () => passing.sweep());
      chores.every(sweepEvery, 'lost-people', async () => {
        const now = new Date();
        for (const [encounterId, lost] of await lostPeople(db, now)) await encounters.gone(encounterId, lost, now);
      });
    },
  };
}
