import { z } from 'zod';
import { personSeen } from './doors.ts';
import { encounterId, memberId, roomId } from './ids.ts';
import { iceServer, rtpCapabilities } from './media-node.ts';

/**
 * `coffee`: the table, now. `round`: a sitting of a round. `passing`: two who were up for a chat.
 * `lounge`: people who wait at the same door and wait together.
 */
export const encounterKind = z.enum(['door', 'coffee', 'round', 'passing', 'lounge']);
export type EncounterKind = z.infer<typeof encounterKind>;

/** Everything a browser needs to be in the call after one more round trip, to the media node. */
export const admission = z.object({
  encounterId,
  roomId,
  kind: encounterKind,
  with: z.array(personSeen).meta({ description: 'The other people of this encounter' }),
  reason: z
    .string()
    .nullish()
    .meta({ description: 'Why chance brought them together, in one sentence for this person' }),
  listening: z.boolean().optional().meta({ description: 'They came just to listen: microphone and camera begin off' }),
  mediaUrl: z.string().meta({ description: 'Origin of the media node; empty: the origin of the page' }),
  token: z.string().meta({ description: 'Room token, a JWT valid for minutes. Never log it' }),
  rtpCapabilities,
  iceServers: z.array(iceServer),
});
export type Admission = z.infer<typeof admission>;

/** The record that people met. Never what was said. Times are ISO 8601, UTC. */
export const encounter = z.object({
  encounterId,
  kind: encounterKind,
  people: z.array(personSeen),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  minutes: z.number().int().nonnegative().nullable(),
});
export type Encounter = z.infer<typeof encounter>;

/** The encounter one is expected in or inside of. `joined`: this person has been in its room. */
export const myEncounter = z.object({
  encounterId,
  kind: encounterKind,
  with: z.array(personSeen),
  joined: z.boolean(),
  atMyDoor: z.boolean().default(false).meta({ description: 'It is a visit to this person' }),
  firstVisit: z.boolean().default(false).meta({ description: 'This person has never visited anybody before' }),
});
export type MyEncounter = z.infer<typeof myEncounter>;

/** What a room token says (claims of the JWT, besides `exp` and `iat`). */
export const roomTokenClaims = z.object({
  room: roomId,
  member: memberId,
  name: z.string(),
  may: z.object({ speak: z.boolean(), share: z.boolean(), moderate: z.boolean() }),
  listening: z.boolean().optional().meta({ description: 'Came just to listen: shown so until they speak' }),
});
export type RoomTokenClaims = z.infer<typeof roomTokenClaims>;
