import {
  type Admission,
  AjarError,
  type DoorId,
  type DoorState,
  type EncounterId,
  type MemberId,
  type VisitId,
} from '@ajar/shared';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { writeDuty } from '../doorkeeping/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { hiddenFrom } from '../people/index.ts';
import type { Also, Visiting } from './attempt.ts';
import { endLine, lockDoor, moveVisit, turnOf } from './line.ts';
import { nextInLine } from './places.ts';
import { type Attempt, busyDoor, openingOf } from './rules.ts';
import type { DoorView } from './seen.ts';
import { doorHosts, doors, visits } from './tables.ts';

/** How long somebody on duty may be away, in ms, before they count as off duty. */
const awayFor = 120_000;

export type StaffedDoorsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  around: (memberId: MemberId) => boolean;
  attempt: (tx: Transaction, visitor: Visiting, doorId: DoorId, attempt: Attempt) => Promise<DoorView>;
  began: (doorId: DoorId, encounterId: EncounterId, people: MemberId[]) => void;
  changed: (doorId: DoorId, people: MemberId[]) => Promise<void>;
  /** A staffed door was closed and has somebody on duty now. */
  opened: (doorId: DoorId, host: MemberId) => Promise<void>;
  /** Somebody went on duty. */
  held: (doorId: DoorId, host: MemberId) => Promise<void>;
  log: Log;
};

const notYours = () =>
  new AjarError('not-found', 'no-such-door', 'You are not among those who hold this door any more.');

/**
 * Doors that several mentors hold in turn. Such a door is open, or ajar, as staff chose, while somebody is on duty.
 * Several visits run at once, each with one host, and each host has one: the lock on the door sees to it, and were it
 * ever to fail, the unique index `visits_one_inside` does. Nobody meets a host from whom a block keeps them.
 */
export class StaffedDoors {
  readonly #options: StaffedDoorsOptions;
  /** Since when somebody on duty is not around, in ms, as far as this process has seen. */
  readonly #awaySince = new Map<MemberId, number>();

  constructor(options: StaffedDoorsOptions) {
    this.#options = options;
  }

  /** Straight to a host who is free: the one who has had no visit here for longest. */
  async walkIn(visitor: Visiting, doorId: DoorId): Promise<Admission> {
    const { db, encounters, announcer, attempt, began } = this.#options;
    const node = await encounters.place();
    const { host, opened } = await db.transaction(async (tx) => {
      const door = await attempt(tx, visitor, doorId, 'walk-in');
      const hidden = await hiddenFrom(tx, visitor.memberId);
      const host = door.onDuty.find(
        ({ memberId, free }) => free && memberId !== visitor.memberId && !hidden.has(memberId),
      );
      if (!host) throw busyDoor('staffed', door.name);
      const turn = await turnOf(tx, doorId, visitor.memberId);
      if (turn) throw new AjarError('conflict', 'in-a-call', 'You wait here already. Nothing was changed.');
      const opened = await encounters.open(tx, 'door', visitor.programId, [host, visitor], node);
      const { encounterId } = opened;
      const inside = { doorId, visitorId: visitor.memberId, encounterId, hostId: host.memberId };
      await tx.insert(visits).values({ ...inside, id: newId<VisitId>(), state: 'inside', insideAt: new Date() });
      await received(tx, doorId, host.memberId);
      return { host, opened };
    });
    const admission = opened.admissions.get(host.memberId);
    if (admission) announcer.admit(host.memberId, admission, 'visitor');
    began(doorId, opened.encounterId, [host.memberId, visitor.memberId]);
    return encounters.enter(opened.encounterId, visitor);
  }

  /**
   * Somebody on duty takes whoever is next in line and here.
   * @throws AjarError `nobody-waits`, `in-a-call` (conflict).
   */
  async takeNext(host: Visiting, doorId: DoorId): Promise<Admission> {
    const { db, encounters, announcer, around, began } = this.#options;
    const node = await encounters.place();
    const { next, opened } = await db.transaction(async (tx) => {
      await lockDoor(tx, doorId);
      if (!(await dutyAt(tx, doorId, host.memberId))?.onDutySince) throw notYours();
      const next = await nextInLine(tx, doorId, host.memberId, around);
      if (!next) {
        const message = 'Nobody who could come in waits here just now. Nothing was changed.';
        throw new AjarError('conflict', 'nobody-waits', message);
      }
      const visitor = { memberId: next.visitorId, name: next.visitorName };
      const opened = await encounters.open(tx, 'door', host.programId, [host, visitor], node);
      const visit = { id: next.visitId, state: 'waiting', mentorId: null } as const;
      await moveVisit(tx, visit, 'inside', opened, { hostId: host.memberId });
      await received(tx, doorId, host.memberId);
      return { next, opened };
    });
    const admission = opened.admissions.get(next.visitorId);
    if (admission) announcer.admit(next.visitorId, admission, 'your-turn');
    began(doorId, opened.encounterId, [host.memberId, next.visitorId]);
    return encounters.enter(opened.encounterId, host);
  }

  /**
   * Goes on duty or off. When nobody is on duty any more the door closes, and those who wait are told kindly.
   * @param also Written in the same transaction, with the door locked; when it answers false, duty stays as it is.
   */
  async setDuty(host: Visiting, doorId: DoorId, onDuty: boolean, also: Also = async () => true): Promise<void> {
    const { db, announcer, changed, opened, held, log } = this.#options;
    const set = await db.transaction(async (tx) => {
      const [door] = await tx.select().from(doors).where(eq(doors.id, doorId)).for('update');
      const duty = await dutyAt(tx, doorId, host.memberId);
      if (!door?.entry || door.endedAt || !duty) throw notYours();
      if (!(await also(tx)) || (duty.onDutySince !== null) === onDuty) return undefined;
      const now = new Date();
      const mine = and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, host.memberId));
      await tx
        .update(doorHosts)
        .set({ onDutySince: onDuty ? now : null })
        .where(mine);
      await writeDuty(tx, { doorId, memberId: host.memberId }, onDuty, now);
      const state: DoorState = (await anybodyOn(tx, doorId)) ? door.entry : 'closed';
      if (state !== door.state) {
        const changed = { state, changedAt: now, ...(door.state === 'closed' ? openingOf(door, now) : {}) };
        await tx.update(doors).set(changed).where(eq(doors.id, doorId));
      }
      const turnedAway = state === 'closed' ? await endLine(tx, doorId, 'closed') : [];
      return { title: door.title ?? '', opens: door.state === 'closed' && state !== 'closed', turnedAway };
    });
    if (!set) return;
    log.info({ doorId, memberId: host.memberId, onDuty }, 'Duty at a door was changed');
    for (const visit of set.turnedAway) announcer.declined(visit.visitorId, visit.id, set.title, 'closed', true);
    await changed(doorId, [host.memberId, ...set.turnedAway.map((visit) => visit.visitorId)]);
    if (set.opens) await opened(doorId, host.memberId);
    if (onDuty) await held(doorId, host.memberId);
  }

  /** Whoever is on duty and has been away for two minutes is off duty: a laptop was shut. */
  async sweep(now: number): Promise<void> {
    const { db, around } = this.#options;
    const rows = await db
      .select({ doorId: doorHosts.doorId, memberId: doorHosts.memberId, programId: doors.programId })
      .from(doorHosts)
      .innerJoin(doors, eq(doors.id, doorHosts.doorId))
      .where(and(isNotNull(doorHosts.onDutySince), isNull(doors.endedAt)));
    const away = rows.filter((row) => !around(row.memberId));
    const gone = new Set(away.map((row) => row.memberId));
    for (const memberId of this.#awaySince.keys()) if (!gone.has(memberId)) this.#awaySince.delete(memberId);
    for (const { doorId, memberId, programId } of away) {
      const since = this.#awaySince.get(memberId) ?? now;
      this.#awaySince.set(memberId, since);
      if (now - since >= awayFor) await this.setDuty({ memberId, programId, name: '' }, doorId, false);
    }
  }
}

async function dutyAt(tx: Transaction, doorId: DoorId, memberId: MemberId) {
  const [duty] = await tx
    .select({ onDutySince: doorHosts.onDutySince })
    .from(doorHosts)
    .innerJoin(doors, and(eq(doors.id, doorHosts.doorId), isNull(doors.endedAt)))
    .where(and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, memberId)));
  return duty;
}

export async function anybodyOn(tx: Transaction, doorId: DoorId): Promise<boolean> {
  const [one] = await tx
    .select({ memberId: doorHosts.memberId })
    .from(doorHosts)
    .where(and(eq(doorHosts.doorId, doorId), isNotNull(doorHosts.onDutySince)))
    .limit(1);
  return one !== undefined;
}

async function received(tx: Transaction, doorId: DoorId, memberId: MemberId): Promise<void> {
  await tx
    .update(doorHosts)
    .set({ lastVisitAt: new Date() })
    .where(and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, memberId)));
}
