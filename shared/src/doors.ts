import { z } from 'zod';
import { doorHours } from './hours.ts';
import { doorId, memberId, visitId } from './ids.ts';
import { personName, profile } from './people.ts';

/** `closed`; `ajar`: knock first; `open`: walk in. */
export const doorState = z.enum(['closed', 'ajar', 'open']);
export type DoorState = z.infer<typeof doorState>;

/**
 * `single`: one visitor at a time, the others in line. `shared`: a room for several. `staffed`: a help desk or a domain,
 * held by several mentors in turn, each of whom receives one visitor at a time.
 */
export const doorKind = z.enum(['single', 'shared', 'staffed']);
export type DoorKind = z.infer<typeof doorKind>;

/** How one comes in while a staffed door has somebody on duty. `ajar`: knock first; `open`: walk in. */
export const doorEntry = doorState.exclude(['closed']);
export type DoorEntry = z.infer<typeof doorEntry>;

/** How many may be in a shared room at once, its host among them. */
export const roomSeats = z.number().int().min(2).max(12);

export const visitState = z.enum(['waiting', 'inside', 'over', 'left', 'declined']);
export type VisitState = z.infer<typeof visitState>;

/**
 * The life of a visit as a table: from each state, the states it may move to.
 * `left`: the visitor went before being let in; `declined`: not now; `over`: was inside, is done.
 */
export const visitMoves: Readonly<Record<VisitState, readonly VisitState[]>> = {
  waiting: ['inside', 'left', 'declined'],
  inside: ['over'],
  over: [],
  left: [],
  declined: [],
};

export function mayMoveVisit(from: VisitState, to: VisitState): boolean {
  return visitMoves[from].includes(to);
}

/** Somebody who is inside a door or around in the corridor, as others see them. */
export const personSeen = z.object({ memberId, name: personName });
export type PersonSeen = z.infer<typeof personSeen>;

/** A door as one viewer sees it along the corridor. */
export const corridorDoor = profile.extend({
  doorId,
  memberId: memberId
    .nullable()
    .meta({ description: 'Whose door it is; null: a staffed door, which has hosts instead' }),
  state: doorState,
  around: z.boolean().meta({ description: 'The mentor is connected right now' }),
  busy: z.boolean().meta({ description: 'The mentor is in a conversation: walking in means waiting in line' }),
  inside: z.array(personSeen).meta({ description: 'Who is in the room behind this door, the mentor included' }),
  waiting: z.number().int().nonnegative().meta({ description: 'How many wait in line' }),
  kind: doorKind.default('single'),
  seats: roomSeats.nullish().meta({ description: 'Of a shared room: how many it holds, its host among them' }),
  hosts: z.array(personSeen).default([]).meta({ description: 'Of a staffed door: who is on duty and here' }),
  backAt: z.iso.datetime().nullable().default(null).meta({ description: 'The mentor is back in about five minutes' }),
  closing: z.boolean().default(false).meta({ description: 'The door closes after the visit under way' }),
  hours: doorHours.nullable().default(null),
  lastCall: z.boolean().default(false).meta({ description: 'No new visitors; who waits already stays' }),
});
export type CorridorDoor = z.infer<typeof corridorDoor>;

/** What one may do at another's door right now. */
export type DoorChoice = 'walk-in' | 'knock' | 'wait' | 'none';

/** The one rule of which press a door offers; the server holds to it and the corridor shows it. */
export function doorChoice(
  door: Pick<CorridorDoor, 'state' | 'around' | 'busy'> & { closing?: boolean; lastCall?: boolean },
): DoorChoice {
  if (door.state === 'closed' || !door.around || door.closing || door.lastCall) return 'none';
  if (door.busy) return 'wait';
  return door.state === 'open' ? 'walk-in' : 'knock';
}

/** One’s own door, where it is or could be a shared room, as its owner sees it. */
export const ownRoom = z.object({
  kind: doorKind.exclude(['staffed']),
  seats: roomSeats,
  inside: z.array(personSeen).meta({ description: 'Who is in it now' }),
});
export type OwnRoom = z.infer<typeof ownRoom>;

/** A staffed door that one holds in turn with others. */
export const duty = z.object({
  doorId,
  title: z.string(),
  onDuty: z.boolean(),
  waiting: z.number().int().nonnegative(),
});
export type Duty = z.infer<typeof duty>;

/** One's own turn at somebody's door. `place` counts from 1. */
export const myVisit = z.object({
  visitId,
  doorId,
  mentorName: personName,
  state: visitState,
  place: z.number().int().positive().nullable(),
  knocked: z.boolean(),
  keptUntil: z.iso
    .datetime()
    .nullable()
    .default(null)
    .meta({ description: 'The mentor is gone; the place is kept until then, should they come back' }),
  comeInFor: z
    .number()
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .meta({ description: 'One is called, and may come in for so many ms from now' }),
  missed: z
    .boolean()
    .default(false)
    .meta({ description: 'One was called, did not come, and is one place further back' }),
  party: z
    .object({ person: personSeen, coming: z.boolean() })
    .nullish()
    .meta({ description: 'Who shares this place, or, for two minutes, was asked to' }),
  lounge: z.array(personSeen).default([]).meta({ description: 'The others in the lounge one would come into' }),
});
export type MyVisit = z.infer<typeof myVisit>;

/** Somebody who waits at one's own door. Times are ISO 8601, UTC. */
export const visitor = z.object({
  visitId,
  memberId,
  name: personName,
  since: z.iso.datetime(),
  knocked: z.boolean(),
  called: z.boolean().default(false),
  brings: personName.nullish().meta({ description: 'Who comes in together with them' }),
});
export type Visitor = z.infer<typeof visitor>;
