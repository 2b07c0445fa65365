import { type CheckedWay, type CheckTarget, type TurnAddress, turnAddress } from '@ajar/shared';

/** What gets through from here. `null`: not there to be tried, or not tried because nothing answered before. */
export interface Findings {
  /** The WebSocket on which calls are arranged. */
  socket: boolean;
  udp: boolean | null;
  tcp: boolean | null;
  /** The TURN server; `null` also where there is none. */
  relay: boolean | null;
}

/**
 * The one sentence to say. `best`: nothing to ask for; `tcp`, `relay`: a call stands, and would be better over UDP;
 * `blocked`, `blockedWithoutRelay`: none stands; `socket`: none can even be arranged.
 */
export type Verdict = 'best' | 'tcp' | 'relay' | 'blocked' | 'blockedWithoutRelay' | 'socket';

/** Calls take the first of UDP, TCP and the TURN server that gets through. */
export function verdictOf({ socket, udp, tcp, relay }: Findings): Verdict {
  if (!socket) return 'socket';
  if (udp) return 'best';
  if (tcp) return 'tcp';
  if (relay) return 'relay';
  return relay === null ? 'blockedWithoutRelay' : 'blocked';
}

/** Whether a call stands from here at all. */
export function works(verdict: Verdict): boolean {
  return verdict === 'best' || verdict === 'tcp' || verdict === 'relay';
}

/** One thing that a firewall has to let through. */
export interface Need {
  way: CheckedWay | 'socket';
  protocol: 'WebSocket (wss)' | 'WebSocket (ws)' | 'UDP' | 'TCP' | 'TURN, TLS' | 'TURN, TCP' | 'TURN, UDP';
  host: string;
  ports: readonly number[];
  found: boolean | null;
}

const relayProtocols: Readonly<Record<TurnAddress['protocol'], Need['protocol']>> = {
  tls: 'TURN, TLS',
  tcp: 'TURN, TCP',
  udp: 'TURN, UDP',
};

/**
 * Everything that calls may use, the best way first, with the exact hosts, ports and protocols.
 * @param origin where the call is arranged, such as `https://ajar.example.org`.
 * @param target `null`: the node could not be asked.
 */
export function needsOf(findings: Findings, origin: string, target: CheckTarget | null): Need[] {
  const { hostname, port, protocol } = new URL(origin);
  const secure = protocol === 'https:';
  const socket: Need = {
    way: 'socket',
    protocol: secure ? 'WebSocket (wss)' : 'WebSocket (ws)',
    host: hostname,
    ports: [port === '' ? (secure ? 443 : 80) : Number(port)],
    found: findings.socket,
  };
  if (!target) return [socket];
  const { host, udp, tcp } = target;
  const media = (way: 'udp' | 'tcp', ports: readonly number[]): Need => ({
    way,
    protocol: way === 'udp' ? 'UDP' : 'TCP',
    host,
    ports,
    found: findings[way],
  });
  return [socket, media('udp', udp), media('tcp', tcp), ...relaysOf(findings, target)];
}

/** Only what was tried is known: over TLS where the TURN server has that. */
function relaysOf({ relay }: Findings, { relays }: CheckTarget): Need[] {
  const all = relays.flatMap((url) => turnAddress(url) ?? []);
  const hasTls = all.some(({ protocol }) => protocol === 'tls');
  return all
    .map((address): Need => {
      const tried = !hasTls || address.protocol === 'tls';
      const { host, port, protocol } = address;
      return { way: 'relay', protocol: relayProtocols[protocol], host, ports: [port], found: tried ? relay : null };
    })
    .toSorted((a, b) => Number(a.found === null) - Number(b.found === null));
}

/** `40000`, `40000–40003`, or `40000, 40002`. */
export function portsInWords(ports: readonly number[]): string {
  const [first = 0] = ports;
  const last = ports.at(-1) ?? first;
  const together = ports.length > 2 && last - first === ports.length - 1;
  return together ? `${first}–${last}` : ports.join(', ');
}
