import { expect, test } from 'vitest';
import { ofBrowser } from './transport.ts';

const fingerprints = [{ algorithm: 'sha-256' as const, value: 'ab:0c' }];

test('nobody-waits-for-the-handshake: a browser that leaves its DTLS role open is the client', () => {
  expect(ofBrowser({ role: 'auto', fingerprints }).role).toBe('client');
  expect(ofBrowser({ fingerprints }).role).toBe('client');
  expect(ofBrowser({ role: 'client', fingerprints }).role).toBe('client');
  expect(ofBrowser({ role: 'server', fingerprints }).role).toBe('server');
});

test('fingerprint-in-any-case: the worker compares in upper case', () => {
  expect(ofBrowser({ fingerprints }).fingerprints).toEqual([{ algorithm: 'sha-256', value: 'AB:0C' }]);
});
