import { AjarError } from '@ajar/shared';
import type { RequestHandler } from 'express';

type Asked = {
  method: string;
  /** The `Host` header. */
  host: string | undefined;
  origin: string | undefined;
  /** The `Sec-Fetch-Site` header. */
  site: string | undefined;
};

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: not when a page of another site made it. Browsers send `Sec-Fetch-Site`,
 * which pages cannot forge, and `Origin` with every write; a request with neither does not come from a browser
 * (the rule of Go's `http.CrossOriginProtection`).
 */
export function mayWrite({ method, host, origin, site }: Asked, publicOrigin: string): boolean {
  if (reading.has(method)) return true;
  if (origin !== undefined && (origin === publicOrigin || hostOf(origin) === host)) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined;
}

/** Refuses writes that a page of another site makes with this person's cookies. */
export function sameOriginOnly(publicUrl: string): RequestHandler {
  const publicOrigin = new URL(publicUrl).origin;
  return (request, _response, next) => {
    const { method, headers } = request;
    const asked = { method, host: headers.host, origin: headers.origin, site: request.get('sec-fetch-site') };
    if (!mayWrite(asked, publicOrigin)) {
      throw new AjarError('not-allowed', 'cross-origin', 'This came from another site, so it was not carried out.');
    }
    next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
