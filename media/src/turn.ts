import { createHmac, randomBytes } from 'node:crypto';
import type { IceServer } from '@ajar/shared';

export interface TurnOptions {
  /** Where the TURN server listens: `turn:` and `turns:` URIs (RFC 7065). */
  urls: readonly string[];
  /** Secret shared with it; coturn calls it `static-auth-secret`. */
  secret: string;
}

/**
 * How long a way through the TURN server can be opened with what was handed out, in ms. One that is open stays open: the
 * server looks at the time only when it allocates.
 */
export const turnCredentialLasts = 600_000;

/**
 * What a browser shows to the TURN server, good for a while: `expiry:opaque-id` and its HMAC-SHA1
 * (draft-uberti-behave-turn-rest-00, which coturn implements as `use-auth-secret`). The id is drawn anew each time, so
 * that whoever runs the TURN server learns from it neither who calls nor that it is the same person again.
 */
export function turnServer({ urls, secret }: TurnOptions, now = Date.now()): IceServer {
  const expiry = Math.floor((now + turnCredentialLasts) / 1_000);
  const username = `${expiry}:${randomBytes(9).toString('base64url')}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { urls: [...urls], username, credential };
}
