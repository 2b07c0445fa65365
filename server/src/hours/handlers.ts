import type { MemberId, ProgramId } from '@ajar/shared';
import { Router } from 'express';
import type { ApiPart } from '../api/index.ts';
import { tokenOf } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { dutiesOf } from '../doors/index.ts';
import { everyOf } from './calendar.ts';
import { doorAt, doorFeedOf, doorFeedToken, endDoorFeed, hoursAt, newDoorFeed } from './feeds.ts';
import type { Holder, Hours } from './hours.ts';
import {
  addDaysOff,
  aheadOf,
  changeHours,
  endDaysOff,
  iso,
  keptDaysOff,
  keptHours,
  makeHours,
  skipHours,
  stopHours,
} from './kept.ts';
import { hoursToldAt } from './seen.ts';

type HoursRoutes =
  | 'hours'
  | 'makeHours'
  | 'changeHours'
  | 'stopHours'
  | 'skipHours'
  | 'addDaysOff'
  | 'endDaysOff'
  | 'addHoliday'
  | 'endHoliday'
  | 'answerHours'
  | 'extendHours'
  | 'doorHours'
  | 'makeDoorCalendar'
  | 'endDoorCalendar';

/** How many of the next times of a door's hours a visitor sees. */
const seenAhead = 4;

export type HoursHandlersOptions = {
  db: Db;
  hours: Hours;
  /** The address people open. */
  publicUrl: string;
};

type Asking = { viewer: { member: { memberId: MemberId }; program: { id: ProgramId } } };

const me = ({ viewer }: Asking): Holder => ({ memberId: viewer.member.memberId, programId: viewer.program.id });

/** The REST routes of the hours of doors. */
export function hoursHandlers({ db, hours, publicUrl }: HoursHandlersOptions): ApiPart<HoursRoutes> {
  const urlOf = (token: string) => `${publicUrl}/calendar/doors/${token}.ics`;
  return {
    hours: async (call) => {
      const { memberId, programId } = me(call);
      const now = new Date();
      return {
        hours: await keptHours(db, { memberId, programId }, now),
        daysOff: await keptDaysOff(db, programId, memberId, now),
        holidays: await keptDaysOff(db, programId, null, now),
        desks: (await dutiesOf(db, memberId)).map(({ doorId, title }) => ({ doorId, title })),
      };
    },
    makeHours: async (call) => {
      const hoursId = await makeHours(db, me(call), call.body, new Date());
      await hours.changed(hoursId);
      return { hoursId };
    },
    changeHours: async (call) => {
      await changeHours(db, me(call), call.params.hoursId, call.body, new Date());
      await hours.changed(call.params.hoursId);
      return {};
    },
    stopHours: async (call) => {
      await stopHours(db, me(call), call.params.hoursId, call.body.stopped, new Date());
      await hours.changed(call.params.hoursId);
      return {};
    },
    skipHours: async (call) => {
      await skipHours(db, me(call), call.params.hoursId, call.body.on, call.body.skip);
      await hours.changed(call.params.hoursId);
      return {};
    },
    addDaysOff: async (call) => {
      const { memberId, programId } = me(call);
      const daysOffId = await addDaysOff(db, programId, memberId, call.body);
      await hours.planAll({ memberId });
      return { daysOffId };
    },
    endDaysOff: async (call) => {
      const { memberId, programId } = me(call);
      await endDaysOff(db, programId, memberId, call.params.daysOffId);
      await hours.planAll({ memberId });
      return {};
    },
    addHoliday: async (call) => {
      const { programId } = me(call);
      const daysOffId = await addDaysOff(db, programId, null, call.body);
      await hours.planAll({ programId });
      return { daysOffId };
    },
    endHoliday: async (call) => {
      const { programId } = me(call);
      await endDaysOff(db, programId, null, call.params.daysOffId);
      await hours.planAll({ programId });
      return {};
    },
    answerHours: async (call) => {
      await hours.answer(me(call), call.params.timeId, call.body.answer);
      return {};
    },
    extendHours: async (call) => ({
      endsAt: (await hours.extend(me(call), call.params.timeId, call.body.minutes)).toISOString(),
    }),
    doorHours: async (call) => {
      const door = await doorAt(db, me(call), call.params.doorId);
      const token = await doorFeedToken(db, me(call).memberId, door.doorId);
      const now = new Date();
      const kept = await Promise.all(
        (await hoursAt(db, door)).map(async (row) => ({
          every: everyOf(row.rule),
          next: (await aheadOf(db, row, now, seenAhead)).filter((time) => time.not === null).map(iso),
        })),
      );
      return { hours: kept, next: await hoursToldAt(db, door), url: token && urlOf(token) };
    },
    makeDoorCalendar: async (call) => {
      const { doorId } = await doorAt(db, me(call), call.params.doorId);
      return { url: urlOf(await newDoorFeed(db, me(call).memberId, doorId)) };
    },
    endDoorCalendar: async (call) => {
      const { doorId } = await doorAt(db, me(call), call.params.doorId);
      await endDoorFeed(db, me(call).memberId, doorId);
      return {};
    },
  };
}

/** What must work without signing in: feeds of a door's hours. */
export function hoursRouter({ db, publicUrl }: Pick<HoursHandlersOptions, 'db' | 'publicUrl'>): Router {
  const router = Router();
  router.get('/calendar/doors/:name', async (request, response) => {
    const token = tokenOf(request.params.name);
    const feed = token ? await doorFeedOf(db, token, publicUrl, new Date()) : null;
    response.set({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    if (feed === null) response.status(404).type('text').send('There is no calendar at this address any more.\n');
    else response.type('text/calendar; charset=utf-8').send(feed);
  });
  return router;
}
