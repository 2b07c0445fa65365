import { z } from 'zod';
import { brought } from './bringing.ts';
import { myCoffee, mySeat, sittingDown, starterPress, tableSeen } from './coffee.ts';
import { declinedBecause, myKeeping } from './doorkeeping.ts';
import { corridorDoor, doorKind, doorState, duty, myVisit, ownRoom, personSeen, roomSeats, visitor } from './doors.ts';
import { admission, myEncounter } from './encounters.ts';
import { myFollow } from './follows.ts';
import { myHours } from './hours.ts';
import { doorId, encounterId, memberId, occurrenceId, visitId } from './ids.ts';
import { chatMinutes, myPassing, offerId, offersADay } from './passing.ts';
import { programSummary } from './people.ts';
import { defineProtocol } from './protocol/protocol.ts';
import { roundNotice } from './rounds.ts';

/** What only this person sees of the corridor. Sent whole whenever any of it changes. */
export const mine = z.object({
  doorId: doorId.nullable(),
  doorState,
  visitors: z.array(visitor).meta({ description: 'Who waits at my door, first come first' }),
  visits: z.array(myVisit).meta({ description: 'Where I wait' }),
  seat: mySeat.nullable(),
  encounter: myEncounter.nullable(),
  coffee: myCoffee.nullable(),
  passing: myPassing,
  keeping: myKeeping.prefault({}),
  hours: myHours.nullable().default(null),
  follows: z.array(myFollow).default([]).meta({ description: 'The doors I am told of' }),
  room: ownRoom.nullish(),
  brought: z.array(brought).default([]).meta({ description: 'Visits I am asked to come along to, or may follow into' }),
  duties: z.array(duty).default([]).meta({ description: 'Staffed doors I hold in turn with others' }),
});
export type Mine = z.infer<typeof mine>;

/** The corridor as one viewer may see it: no door, and nobody around, that a block hides from them. */
export const corridorSnapshot = z.object({
  program: programSummary,
  memberId,
  doors: z.array(corridorDoor),
  around: z.array(personSeen),
  table: tableSeen,
  mine,
});
export type CorridorSnapshot = z.infer<typeof corridorSnapshot>;

const singleChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('door'), door: corridorDoor }),
  z.object({ type: z.literal('door-gone'), doorId }),
  /** Their own door has somebody behind it again, too. */
  z.object({ type: z.literal('around'), person: personSeen }),
  z.object({ type: z.literal('away'), memberId }),
  z.object({ type: z.literal('table'), table: tableSeen }),
]);

/** One small difference, or several at once; applying each in order to a snapshot gives the next one. */
export const corridorChange = z.discriminatedUnion('type', [
  ...singleChange.options,
  z.object({ type: z.literal('several'), changes: z.array(singleChange) }),
]);
export type CorridorChange = z.infer<typeof corridorChange>;

const nothing = z.object({});

/** As a browser gets them, or as Node.js does. */
const bytes = z.custom<ArrayBuffer | Uint8Array<ArrayBuffer>>((value) => typeof value === 'object');

/** The hub socket, namespace `/`. */
export const hubProtocol = defineProtocol({
  requests: {
    /** Sets one's own door; the first time, hangs it. */
    setDoor: { data: z.object({ state: doorState }), reply: nothing },
    /** `listening`: into a shared room with microphone and camera off, to listen. */
    walkIn: { data: z.object({ doorId, listening: z.boolean().optional() }), reply: admission },
    /** Knocks at a door ajar; the answer arrives as `declined` or `admitted`. */
    knock: { data: z.object({ doorId }), reply: z.object({ visitId }) },
    waitInLine: { data: z.object({ doorId }), reply: z.object({ visitId }) },
    leaveLine: { data: z.object({ visitId }), reply: nothing },
    /** The mentor lets a visitor in; the reply is the mentor's own admission. */
    letIn: { data: z.object({ visitId }), reply: admission },
    notNow: { data: z.object({ visitId }), reply: nothing },
    /** One's turn has come, and one does too. */
    comeIn: { data: z.object({ visitId }), reply: admission },
    /** Whoever missed a call is there again, on this page, and may be called. */
    backInLine: { data: nothing, reply: nothing },
    sitDown: { data: sittingDown, reply: nothing },
    leaveTable: { data: nothing, reply: nothing },
    /** Says that one is there for a round that gathers or is under way, or has to go. */
    here: { data: z.object({ occurrenceId, here: z.boolean() }), reply: nothing },
    /** Late, and would rather join a pair now than wait for the next sitting. */
    joinPair: { data: z.object({ occurrenceId }), reply: nothing },
    /** Whether whoever asks may join one's own table. */
    letJoin: { data: z.object({ occurrenceId, memberId, yes: z.boolean() }), reply: nothing },
    /** This page is at the call, be it at its preview: nobody need wait in vain. */
    atCoffee: { data: z.object({ encounterId }), reply: nothing },
    starter: { data: starterPress, reply: nothing },
    stayLonger: { data: z.object({ encounterId }), reply: nothing },
    /** Shows the others at this coffee what one does, for as long as it lasts. */
    showWhatIDo: { data: z.object({ encounterId }), reply: nothing },
    /** Up for a chat for so long from now; `null`: not any more. */
    upForChat: { data: z.object({ minutes: chatMinutes.nullable() }), reply: nothing },
    setOffersADay: { data: z.object({ offersADay }), reply: nothing },
    /** A call comes as `admitted` if the other says yes too; otherwise nothing does. */
    answerOffer: { data: z.object({ offerId, yes: z.boolean() }), reply: nothing },
    /** Nobody is called to one's own door for five minutes; `false`: one is back. */
    pauseDoor: { data: z.object({ on: z.boolean() }), reply: nothing },
    /** One's own door closes when the visit under way ends; `false`: not after all. */
    closeAfter: { data: z.object({ on: z.boolean() }), reply: nothing },
    /** Ends the visit under way at one's own door. The visitor is told kindly. */
    moveOn: { data: z.object({ encounterId }), reply: nothing },
    /** What kind one's own door is. Its kind changes only while nobody is behind it. */
    setRoom: { data: z.object({ kind: doorKind.exclude(['staffed']), seats: roomSeats }), reply: nothing },
    /** Into one's own shared room, to wait there or to those who are in it. */
    goIn: { data: nothing, reply: admission },
    setDuty: { data: z.object({ doorId, onDuty: z.boolean() }), reply: nothing },
    /** On duty at a staffed door: the next in line, to oneself. The reply is one's own admission. */
    takeNext: { data: z.object({ doorId }), reply: admission },
    /** Into the lounge of the door one waits at. The place in line stays as it is. */
    waitTogether: { data: z.object({ visitId }), reply: admission },
    /** Who may be asked to come along: nobody while somebody is. */
    whomToBring: { data: z.object({ visitId }), reply: z.object({ people: z.array(personSeen) }) },
    bringSomeone: { data: z.object({ visitId, memberId }), reply: nothing },
    /** A no is told to nobody. */
    answerBringing: { data: z.object({ visitId, yes: z.boolean() }), reply: nothing },
    /** In to whoever shared one's place and is inside. */
    follow: { data: z.object({ visitId }), reply: admission },
    /** One's own door is at this window from now on: whoever comes is brought here, and to no other window. */
    carryDoor: { data: nothing, reply: nothing },
  },
  pushes: {
    snapshot: corridorSnapshot,
    /** The snapshot of a corridor with many doors: `common` is JSON in gzip, made once for all who see the same. */
    packed: corridorSnapshot.omit({ doors: true, around: true, table: true }).extend({ common: bytes }),
    changed: corridorChange,
    mine,
    /** Come in: a knock was answered, a turn has come, a visitor walked in, or coffee found somebody. */
    admitted: z.object({ admission, why: z.enum(['let-in', 'your-turn', 'visitor', 'coffee', 'round', 'passing']) }),
    /** There will be no visit just now. */
    declined: z.object({
      visitId,
      mentorName: z.string(),
      why: declinedBecause.default('not-now'),
      desk: z.boolean().default(false).meta({ description: 'The name is that of a help desk, not of a person' }),
    }),
    /** What comes after encounters has changed for this person: ask again. Never sent for what only the other has said. */
    after: nothing,
    round: roundNotice.nullable(),
    /** Somebody sat down for coffee, and I wanted to be told. */
    tableCalls: nothing,
    /** The mentor had to end this visit. */
    movedOn: z.object({ encounterId, mentorName: z.string() }),
    /** One's own door was carried to another window. */
    doorElsewhere: nothing,
  },
});
