/** Where a TURN server listens, as its URI says (RFC 7065). `tls`: over TLS and TCP, `turns:`. */
export interface TurnAddress {
  host: string;
  port: number;
  protocol: 'udp' | 'tcp' | 'tls';
}

/** Default ports of RFC 7065 section 3.2. */
const ports = { turn: 3478, turns: 5349 } as const;

const uri = /^(turns?):(\[[0-9a-fA-F:.]+\]|[0-9A-Za-z.-]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/;

/** @returns `null` for what is no URI of a TURN server that browsers can use. */
export function turnAddress(text: string): TurnAddress | null {
  const [, scheme, host, given, transport] = uri.exec(text) ?? [];
  if (host === undefined || (scheme !== 'turn' && scheme !== 'turns')) return null;
  const port = given === undefined ? ports[scheme] : Number(given);
  if (port < 1 || port > 65_535) return null;
  // DTLS to a TURN server exists on paper (RFC 7350); no browser speaks it.
  if (scheme === 'turns') return transport === 'udp' ? null : { host, port, protocol: 'tls' };
  return { host, port, protocol: transport === 'tcp' ? 'tcp' : 'udp' };
}

/** `AJAR_TURN_URLS`: one or more URIs of the same TURN server, with commas between them. */
export function turnUrlsIn(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

/** What those must be, as a complaint says it. */
export const turnUrlsWording =
  'must be turn: or turns: addresses with commas between, such as turns:turn.example.org:443?transport=tcp';

/** Shortest `AJAR_TURN_SECRET`, in characters; coturn calls it `static-auth-secret`. */
export const shortestTurnSecret = 16;

/** What is wrong between the two. */
export function turnContradictions(given: { AJAR_TURN_URLS?: string; AJAR_TURN_SECRET?: string }): string[] {
  const { AJAR_TURN_URLS: urls, AJAR_TURN_SECRET: secret } = given;
  if ((urls === undefined) === (secret === undefined)) return [];
  const missing = urls === undefined ? 'AJAR_TURN_URLS' : 'AJAR_TURN_SECRET';
  return [`${missing}: missing; a TURN server needs AJAR_TURN_URLS and AJAR_TURN_SECRET`];
}
