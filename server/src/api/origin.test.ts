import { expect, test } from 'vitest';
import { mayWrite } from './origin.ts';

const home = 'https://ajar.example.org';
const asked = { method: 'POST', host: 'ajar.example.org', origin: undefined, site: undefined };

test.each([
  ['a program without a browser', {}, true],
  ['our own page', { origin: home, site: 'same-origin' }, true],
  ['our own page behind a proxy that renames the host', { origin: home, host: '10.0.0.7:3000' }, true],
  ['a page at the address the request went to', { origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' }, true],
  ['a form of ours, whose origin the referrer policy hides', { origin: 'null', site: 'same-origin' }, true],
  ['a development server that renames the host', { origin: 'http://localhost:5173', site: 'same-origin' }, true],
  ['a page of another site', { origin: 'https://evil.example.org', site: 'cross-site' }, false],
  ['a page of another site in an old browser', { origin: 'https://evil.example.org' }, false],
  ['a sandboxed frame', { origin: 'null', site: 'cross-site' }, false],
  ['an origin that is no URL', { origin: 'nonsense' }, false],
  ['a sister site', { origin: 'https://other.example.org', site: 'same-site' }, false],
])('%s', (_who, request, allowed) => {
  expect(mayWrite({ ...asked, ...request }, home)).toBe(allowed);
});

test('reading is for everybody', () => {
  expect(mayWrite({ ...asked, method: 'GET', origin: 'https://evil.example.org', site: 'cross-site' }, home)).toBe(
    true,
  );
});
