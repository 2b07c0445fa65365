import { checkProtocol, request } from '@ajar/shared';
import { expect, test } from 'vitest';
import { thisMachine } from './addresses.ts';
import { mintCheckToken } from './room-token.ts';
import { claimsOf, connectTo, joined, newRoom, secret, startNode } from './testing.ts';

const address = (family: 'IPv4' | 'IPv6', address: string, internal = false) => ({ family, address, internal });

test('this machine is loopback, and the first of its own addresses that others could give it', () => {
  const lo = [address('IPv4', '127.0.0.1', true), address('IPv6', '::1', true)];
  const wifi = [address('IPv6', 'fe80::1'), address('IPv4', '192.168.1.7')];
  expect(thisMachine({ lo, wifi, docker: [address('IPv4', '172.17.0.1')] })).toEqual(['127.0.0.1', '192.168.1.7']);
  expect(thisMachine({ lo, wifi: [address('IPv4', '169.254.3.4')] })).toEqual(['127.0.0.1']);
  expect(thisMachine({})).toEqual(['127.0.0.1']);
});

test('a node that is told nothing listens for Firefox too, and says 127.0.0.1 first', async () => {
  const { url } = await startNode({ listenIp: undefined });
  const { reply } = await joined(url, claimsOf(newRoom()));
  const { iceCandidates } = reply.sendTransport;
  const udpFirst = ['udp', 'tcp'].flatMap((protocol) => thisMachine().map((ip) => `${protocol} ${ip}`));
  const byPriority = iceCandidates.toSorted((a, b) => b.priority - a.priority);
  expect(byPriority.map(({ protocol, ip }) => `${protocol} ${ip}`)).toEqual(udpFirst);
  const check = await connectTo(`${url}/check`, await mintCheckToken(claimsOf(newRoom()).member, secret));
  const [udp, tcp] = ['udp', 'tcp'].map((protocol) => [byPriority.find((each) => each.protocol === protocol)?.port]);
  expect(await request(check, checkProtocol, 'target', {})).toMatchObject({ host: '127.0.0.1', udp, tcp });
});

test('who is told an address is told no other', async () => {
  const { url } = await startNode({ listenIp: undefined, announcedAddress: 'media.example.org' });
  const { reply } = await joined(url, claimsOf(newRoom()));
  expect(reply.sendTransport.iceCandidates.map(({ address }) => address)).toEqual(Array(2).fill('media.example.org'));
});
