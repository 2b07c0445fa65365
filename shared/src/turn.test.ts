import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TurnAddress, turnAddress, turnContradictions, turnUrlsIn } from './turn.ts';

describe('the address of a TURN server', () => {
  test.each<[string, TurnAddress | null]>([
    ['turn:turn.example.org', { host: 'turn.example.org', port: 3478, protocol: 'udp' }],
    ['turn:turn.example.org:80?transport=tcp', { host: 'turn.example.org', port: 80, protocol: 'tcp' }],
    ['turns:turn.example.org', { host: 'turn.example.org', port: 5349, protocol: 'tls' }],
    ['turns:turn.example.org:443?transport=tcp', { host: 'turn.example.org', port: 443, protocol: 'tls' }],
    ['turn:[2001:db8::7]:3478?transport=udp', { host: '[2001:db8::7]', port: 3478, protocol: 'udp' }],
    ['turns:turn.example.org?transport=udp', null],
    ['stun:stun.example.org', null],
    ['turn:', null],
    ['turn:turn.example.org:0', null],
    ['turn:turn.example.org:65536', null],
    ['turn://turn.example.org', null],
    ['turn:user:password@turn.example.org', null],
  ])('%s', (text, address) => {
    expect(turnAddress(text)).toEqual(address);
  });

  test('whatever is written, it is an address or it is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.domain().map((host) => `turns:${host}`),
        ),
        (text) => {
          const address = turnAddress(text);
          return address === null || (address.port >= 1 && address.port <= 65_535 && address.host !== '');
        },
      ),
    );
  });
});

test('several are written with commas between them', () => {
  expect(turnUrlsIn('turn:a.example, turns:a.example:443')).toEqual(['turn:a.example', 'turns:a.example:443']);
  expect(turnUrlsIn('turn:a.example,').map(turnAddress)).toContain(null);
});

test('addresses and secret come together', () => {
  expect(turnContradictions({})).toEqual([]);
  expect(turnContradictions({ AJAR_TURN_URLS: 'turn:a', AJAR_TURN_SECRET: 'b' })).toEqual([]);
  expect(turnContradictions({ AJAR_TURN_URLS: 'turn:a' })).toEqual([expect.stringContaining('AJAR_TURN_SECRET: ')]);
  expect(turnContradictions({ AJAR_TURN_SECRET: 'b' })).toEqual([expect.stringContaining('AJAR_TURN_URLS: ')]);
});
