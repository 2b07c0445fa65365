import { z } from 'zod';
import { memberId, peerId } from './ids.ts';

/*
 * What goes on in a room besides sound and picture: who decides there, hands, reactions and what is written. The media
 * node alone knows it, and it is gone with the room.
 */

/**
 * What whoever moderates a room may do in it. Asking to mute forces nothing; muting pauses the microphone, which its owner
 * may turn on again. `remove` takes somebody out; unless `back`, they do not get into this room again. `lock` keeps
 * newcomers out, who knock then; `answer` says whether one of them may come in.
 */
export const moderation = z.discriminatedUnion('act', [
  z.object({ act: z.literal('ask-to-mute'), peerId }),
  z.object({ act: z.literal('mute'), peerId }),
  z.object({ act: z.literal('stop-share'), peerId }),
  z.object({ act: z.literal('lower-hand'), peerId }),
  z.object({ act: z.literal('remove'), peerId, back: z.boolean() }),
  z.object({ act: z.literal('lock'), locked: z.boolean() }),
  z.object({ act: z.literal('answer'), memberId, letIn: z.boolean() }),
]);
export type Moderation = z.infer<typeof moderation>;

/** What was done to somebody by whoever moderates: told to them alone, so that it can be said kindly. */
export const moderated = z.object({
  act: z.enum(['asked-to-mute', 'muted', 'share-stopped', 'hand-lowered']),
  by: z.string().meta({ description: 'Name of whoever moderates' }),
});
export type Moderated = z.infer<typeof moderated>;

const knocker = z.object({ memberId, name: z.string() });
export type Knocker = z.infer<typeof knocker>;

/** The floor of a room as one of its people sees it. */
export const floorSeen = z.object({
  locked: z.boolean(),
  hands: z.array(memberId).meta({ description: 'Whose hands are up, in the order they were raised' }),
  knocking: z.array(knocker).meta({ description: 'Who waits before the locked room; only moderators see them' }),
  muted: z.boolean().meta({ description: 'A moderator turned this microphone off, and it has not been on since' }),
});
export type FloorSeen = z.infer<typeof floorSeen>;

/** What one may show without a word: shown on one's tile for a moment, and said once. */
export const reaction = z.enum(['agree', 'thanks', 'smile', 'well-done', 'slower']);
export type Reaction = z.infer<typeof reaction>;

/** Longest message in the chat, in characters. */
export const longestSaying = 2_000;

/** Something written to everybody in the room. The node passes it on and keeps nothing of it. */
export const said = z.object({
  id: z.string(),
  memberId,
  name: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type Said = z.infer<typeof said>;

export const saying = z.object({ text: z.string().trim().min(1).max(longestSaying) });
