import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { claimsOf, joined, newRoom, startNode } from './testing.ts';
import { turnCredentialLasts, turnServer } from './turn.ts';

const turn = { urls: ['turn:turn.example.org', 'turns:turn.example.org:443'], secret: 'a secret of coturn' };

test('what a browser shows to the TURN server is what coturn works out from the shared secret', () => {
  const now = Date.parse('2026-11-22T15:00:00Z');
  const { urls, username = '', credential } = turnServer(turn, now);
  expect(urls).toEqual(turn.urls);
  const [expiry, id = ''] = username.split(':');
  expect(Number(expiry) * 1_000).toBe(now + turnCredentialLasts);
  expect(id).toMatch(/^[\w-]{12}$/);
  expect(credential).toBe(createHmac('sha1', turn.secret).update(username).digest('base64'));
});

test('it is drawn anew each time and names nobody', async () => {
  const { url } = await startNode({ turn });
  const claims = claimsOf(newRoom(), { name: 'Bea Lindqvist' });
  const { caller, reply } = await joined(url, claims);
  const again = await caller.ask('iceServers', {});
  const restarted = await caller.ask('restartIce', { transportId: reply.sendTransport.id });
  const given = [reply, again, restarted].map(({ iceServers }) => iceServers?.[0]);
  expect(new Set(given.map((server) => server?.username)).size).toBe(3);
  expect(given.map((server) => server?.urls)).toEqual([turn.urls, turn.urls, turn.urls]);
  const told = JSON.stringify(given);
  for (const personal of [claims.member, claims.name, claims.room, reply.peerId]) expect(told).not.toContain(personal);
  expect(told).not.toContain(turn.secret);
});

test('who is not in a call gets none, and without a TURN server nobody does', async () => {
  const { url } = await startNode();
  const { caller, reply } = await joined(url, claimsOf(newRoom()));
  expect(reply.iceServers).toEqual([]);
  await caller.ask('leave', {});
  await expect(caller.ask('iceServers', {})).rejects.toMatchObject({ code: 'not-joined' });
});
