import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AjarError } from '@ajar/shared';
import { isLoopback } from '../settings/index.ts';

export type Reach = {
  /** Whether push services on this machine itself may be used, over plain http too. For tests and development. */
  loopback: boolean;
};

/** Addresses that are not out on the internet (IANA special-purpose registries, RFC 6890). */
const inside4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside4.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6 only global unicast is out there, without what wraps an IPv4 address (Teredo, 6to4) or is for documents. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const inside6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inside6.addSubnet(network, prefix, 'ipv6');
}
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a message may be sent to this IP address: never into our own network, whatever a name resolves to. */
export function isReachable(address: string, reach: Reach): boolean {
  const version = isIP(address);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (version === 0) return false;
  if (reach.loopback && loopback.check(address, family)) return true;
  if (version === 4) return !inside4.check(address, 'ipv4');
  return global6.check(address, 'ipv6') && !inside6.check(address, 'ipv6');
}

/**
 * The address of a push service as a browser gave it: https on the usual port, a host by name. What the name resolves to
 * is looked at when something is sent, by `lookupReachable`.
 * @throws AjarError `push-address` (bad-input).
 */
export function checkEndpoint(endpoint: string, reach: Reach): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (!url) throw refused();
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.username || url.password) throw refused();
  if (reach.loopback && isLoopback(host) && /^https?:$/.test(url.protocol)) return url;
  const named = isIP(host) === 0 && host.includes('.') && !/\.(local|localhost|internal|home\.arpa)\.?$/.test(host);
  if (url.protocol !== 'https:' || url.port !== '' || !named) throw refused();
  return url;
}

/** The addresses of a host name; an error if any of them is inside. The connection uses exactly these. */
export function lookupReachable(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupAllOptions = { family: options.family ?? 0, hints: options.hints ?? 0, all: true };
    systemLookup(hostname, all, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error) return callback(error, '', 0);
      if (!first || !addresses.every(({ address }) => isReachable(address, reach))) return callback(refused(), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function refused(): AjarError {
  return new AjarError(
    'bad-input',
    'push-address',
    'endpoint: this is no address of a push service on the internet. Nothing was changed.',
  );
}
