import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** What every machine has, and what only the machine itself reaches. */
export const loopback = '127.0.0.1';

type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>;

/**
 * Where media listens for browsers on this machine alone. Firefox pairs no candidate of its own with a loopback address
 * (nICEr, `nr_ice_component_can_candidate_addr_pair`), so that it needs an address of the machine's own besides, which
 * packets from the machine itself never leave it for. Nobody else gets anywhere there: what a media port answers to is
 * said on the web server, which listens on loopback.
 */
export function thisMachine(interfaces: Interfaces = networkInterfaces()): string[] {
  const own = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'));
  return own ? [loopback, own.address] : [loopback];
}
