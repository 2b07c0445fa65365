import { AjarError } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEndpoint, isReachable, lookupReachable } from './endpoint.ts';

const outside = { loopback: false };
const here = { loopback: true };

describe('which addresses a message may go to', () => {
  test.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::1',
    'no address',
  ])('%s is inside', (address) => expect(isReachable(address, outside)).toBe(false));

  test.each(['8.8.8.8', '34.107.243.93', '172.32.0.1', '2a00:1450:4001:830::200a'])('%s is outside', (address) =>
    expect(isReachable(address, outside)).toBe(true),
  );

  test('allowing this machine allows nothing else of the network', () => {
    expect(isReachable('127.0.0.1', here)).toBe(true);
    expect(isReachable('::1', here)).toBe(true);
    for (const address of ['10.0.0.1', '192.168.1.1', '169.254.169.254', 'fd00::1']) {
      expect(isReachable(address, here)).toBe(false);
    }
  });

  test('an IPv4 address wrapped in IPv6 is never a way in', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isReachable(`::ffff:${address}`, outside)).toBe(false);
      }),
    );
  });
});

describe('what a browser may name as its push service', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('%s', (endpoint) => expect(checkEndpoint(endpoint, outside).href).toBe(endpoint));

  test.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user:password@fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://8.8.8.8/x',
    'https://localhost/x',
    'https://postgres/x',
    'https://db.internal/x',
    'https://printer.local/x',
    'file:///etc/passwd',
    'nonsense',
  ])('never %s', (endpoint) => {
    expect(() => checkEndpoint(endpoint, outside)).toThrow(expect.objectContaining({ code: 'push-address' }));
  });

  test('plain http and any port on this machine, where that is allowed, and nowhere else', () => {
    expect(checkEndpoint('http://127.0.0.1:9000/x', here).port).toBe('9000');
    expect(() => checkEndpoint('http://192.168.0.1:9000/x', here)).toThrow(AjarError);
    expect(() => checkEndpoint('http://example.org/x', here)).toThrow(AjarError);
  });
});

test('a name that resolves into our own network is not connected to', async () => {
  const ask = (reach: typeof here) =>
    new Promise((resolve) =>
      lookupReachable(reach)('localhost', { all: true }, (error, found) => resolve(error ?? found)),
    );
  expect(await ask(outside)).toMatchObject({ code: 'push-address' });
  expect(await ask(here)).toContainEqual(expect.objectContaining({ address: expect.stringMatching(/^(127|::1)/) }));
});
