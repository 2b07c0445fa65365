import { createHmac, timingSafeEqual } from 'node:crypto';
import { memberId, roundId } from '@ajar/shared';
import { z } from 'zod';

/** What a link in a mail lets its holder do, and nothing else: sit out one time of a round, or get no more mail about it. */
const linkContent = z.object({
  member: memberId,
  round: roundId,
  /** ms since the epoch of the time to sit out; left out: mail about this round ends. */
  at: z.number().int().optional(),
});
export type LinkContent = z.infer<typeof linkContent>;

/** Signs what a link says (HMAC-SHA-256, RFC 2104), so that it works without signing in. */
export function signLink(secret: Uint8Array, content: LinkContent): string {
  const text = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${text}.${mark(secret, text)}`;
}

/** What a link says, or `null` when we did not sign it. */
export function readLink(secret: Uint8Array, token: string): LinkContent | null {
  const [text = '', signature = ''] = token.split('.');
  const expected = Buffer.from(mark(secret, text));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const parsed = linkContent.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}

function mark(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(`rounds ${text}`).digest('base64url');
}
