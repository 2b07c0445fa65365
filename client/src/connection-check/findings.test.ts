import type { CheckTarget } from '@ajar/shared';
import { expect, test } from 'vitest';
import { type Findings, needsOf, portsInWords, type Verdict, verdictOf, works } from './findings.ts';
import { sentence } from './sentence.ts';

const target: CheckTarget = {
  host: '203.0.113.5',
  udp: [40_000, 40_001],
  tcp: [40_000, 40_001],
  relays: ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'],
};
const origin = 'https://ajar.example.org';
const any = [true, false, null];
const all: Findings[] = [true, false].flatMap((socket) =>
  any.flatMap((udp) => any.flatMap((tcp) => any.map((relay) => ({ socket, udp, tcp, relay })))),
);

test('every combination has the verdict of the best way that gets through', () => {
  expect(all.length).toBe(54);
  for (const found of all) {
    const verdict = verdictOf(found);
    const stands = found.socket && [found.udp, found.tcp, found.relay].includes(true);
    expect(works(verdict), JSON.stringify(found)).toBe(stands);
    const expected: Verdict = !found.socket
      ? 'socket'
      : found.udp === true
        ? 'best'
        : found.tcp === true
          ? 'tcp'
          : found.relay === true
            ? 'relay'
            : found.relay === false
              ? 'blocked'
              : 'blockedWithoutRelay';
    expect(verdict, JSON.stringify(found)).toBe(expected);
  }
});

test('every combination is said in one sentence, with nothing left to fill in', () => {
  for (const found of all) {
    const words = sentence(found, needsOf(found, origin, found.socket ? target : null));
    expect(words, JSON.stringify(found)).toMatch(/^[A-Z][^.!{}]*(?:\.[^ ][^.!{}]*)*\.$/);
    expect(words.endsWith('.') && !/\. [A-Z]/.test(words), words).toBe(true);
  }
});

test('what to ask for is named exactly, and nothing is asked for where calls are at their best', () => {
  const say = (found: Findings) => sentence(found, needsOf(found, origin, target));
  const nothing: Findings = { socket: true, udp: false, tcp: false, relay: false };
  expect(say({ ...nothing, udp: true })).not.toContain('IT');
  for (const way of ['tcp', 'relay'] as const) {
    expect(say({ ...nothing, [way]: true })).toContain('UDP to 203.0.113.5, ports 40000, 40001');
  }
  expect(say(nothing)).toContain('UDP to 203.0.113.5, ports 40000, 40001');
  expect(say(nothing)).toContain('TLS to turn.example.org, port 443');
  expect(say({ ...nothing, relay: null })).toContain('UDP, or else TCP, to 203.0.113.5');
  expect(say({ ...nothing, socket: false })).toContain('ajar.example.org, port 443');
});

test('the details list every way with its host and ports, and say only what was tried', () => {
  const found: Findings = { socket: true, udp: false, tcp: true, relay: true };
  expect(needsOf(found, origin, target)).toEqual([
    { way: 'socket', protocol: 'WebSocket (wss)', host: 'ajar.example.org', ports: [443], found: true },
    { way: 'udp', protocol: 'UDP', host: '203.0.113.5', ports: [40_000, 40_001], found: false },
    { way: 'tcp', protocol: 'TCP', host: '203.0.113.5', ports: [40_000, 40_001], found: true },
    { way: 'relay', protocol: 'TURN, TLS', host: 'turn.example.org', ports: [443], found: true },
    { way: 'relay', protocol: 'TURN, UDP', host: 'turn.example.org', ports: [3478], found: null },
  ]);
  expect(needsOf(found, 'http://localhost:3000', null)).toMatchObject([{ protocol: 'WebSocket (ws)', ports: [3000] }]);
});

test.each([
  [[40_000], '40000'],
  [[40_000, 40_001], '40000, 40001'],
  [[40_000, 40_001, 40_002], '40000–40002'],
  [[40_000, 40_001, 40_005], '40000, 40001, 40005'],
])('ports %o', (ports, words) => {
  expect(portsInWords(ports)).toBe(words);
});
