import type { Handlers, hubProtocol } from '@ajar/shared';
import type { ApiPart } from '../api/index.ts';
import { timesAfter } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { answer, roundsFor, sitOut } from './answers.ts';
import { endFeed, feedToken, newFeed } from './feed.ts';
import { changeRound, keptRounds, makeRound, staffAhead, stopRound } from './kept.ts';
import type { Participant, Rounds } from './rounds.ts';

type RoundRoutes =
  | 'rounds'
  | 'answerRound'
  | 'sitOutRound'
  | 'keptRounds'
  | 'roundDates'
  | 'makeRound'
  | 'changeRound'
  | 'stopRound'
  | 'calendar'
  | 'makeCalendar'
  | 'endCalendar';

/** How many of the next times members see. */
const memberAhead = 4;

export type RoundHandlersOptions = {
  db: Db;
  rounds: Pick<Rounds, 'plan' | 'answered'>;
  /** The address people open. */
  publicUrl: string;
};

/** The REST routes of rounds. */
export function roundHandlers({ db, rounds, publicUrl }: RoundHandlersOptions): ApiPart<RoundRoutes> {
  const me = ({
    viewer,
  }: {
    viewer: { member: { memberId: Participant['memberId'] }; program: { id: Participant['programId'] } };
  }) => ({
    memberId: viewer.member.memberId,
    programId: viewer.program.id,
  });
  const urlOf = (token: string) => `${publicUrl}/calendar/${token}.ics`;
  return {
    rounds: async (call) => ({ rounds: await roundsFor(db, me(call), new Date(), memberAhead) }),
    answerRound: async (call) => {
      await answer(db, me(call), call.params.roundId, call.body);
      await rounds.answered(me(call));
      return {};
    },
    sitOutRound: async (call) => {
      await sitOut(db, me(call), call.params.roundId, new Date(call.body.startsAt), call.body.out);
      await rounds.answered(me(call));
      return {};
    },
    keptRounds: async ({ viewer }) => ({ rounds: await keptRounds(db, viewer.program.id, new Date()) }),
    roundDates: ({ body }) => ({ next: timesAfter(body, new Date(), staffAhead).map((at) => at.toISOString()) }),
    makeRound: async ({ viewer, body }) => {
      const roundId = await makeRound(db, viewer.program.id, body, new Date());
      await rounds.plan(roundId);
      return { roundId };
    },
    changeRound: async ({ viewer, params, body }) => {
      await changeRound(db, viewer.program.id, params.roundId, body, new Date());
      await rounds.plan(params.roundId);
      return {};
    },
    stopRound: async ({ viewer, params }) => {
      await stopRound(db, viewer.program.id, params.roundId, new Date());
      await rounds.plan(params.roundId);
      return {};
    },
    calendar: async (call) => {
      const token = await feedToken(db, me(call).memberId);
      return { url: token && urlOf(token) };
    },
    makeCalendar: async (call) => ({ url: urlOf(await newFeed(db, me(call).memberId)) }),
    endCalendar: async (call) => {
      await endFeed(db, me(call).memberId);
      return {};
    },
  };
}

/** What one member may ask of a round over the hub socket. */
export function roundSocketHandlers(
  rounds: Rounds,
  me: Participant,
): Pick<Handlers<typeof hubProtocol>, 'here' | 'joinPair' | 'letJoin'> {
  return {
    here: async ({ occurrenceId, here }) => {
      await rounds.here(me, occurrenceId, here);
      return {};
    },
    joinPair: async ({ occurrenceId }) => {
      await rounds.asks.ask(me, occurrenceId);
      return {};
    },
    letJoin: async ({ occurrenceId, memberId, yes }) => {
      await rounds.asks.answer(me, occurrenceId, memberId, yes);
      return {};
    },
  };
}
