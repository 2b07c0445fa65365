import { type RoomTokenClaims, roomTokenClaims } from '@ajar/shared';
import { z } from 'zod';

const payload = roomTokenClaims.extend({ exp: z.number() });

/** What a room token says, unverified: for showing one's own name and for knowing when to renew it. */
export function readToken(token: string): RoomTokenClaims & { exp: number } {
  const [, body = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return payload.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** Whether the token has less than `margin` ms left at the time `now` (ms since 1970). */
export function nearExpiry(token: string, now: number, margin = 30_000): boolean {
  return readToken(token).exp * 1000 - now < margin;
}
