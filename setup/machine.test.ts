import { homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, isDebian, requireNode, requireSystem } from './machine.mjs';
import { explain, Problem } from './problem.mjs';

function problemOf(work: () => void): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem was found');
}

test.each(['20.0.0', '22.11.0', '24.21.0', '100.1.0'])('Node %s is new enough', (version) => {
  requireNode(version);
});

test.each(['19.9.0', '18.20.4', '8.0.0'])('Node %s is too old, and the command to run instead is named', (version) => {
  const problem = problemOf(() => requireNode(version));
  expect(problem.message).toContain(version);
  expect(explain(problem)).toContain('npx --yes --package=node@24 -- npm start');
});

test('Windows is told to use its Linux', () => {
  expect(problemOf(() => requireSystem('win32')).command).toBe('wsl --install -d Debian');
});

test.each([
  ['Debian', 'ID=debian\nVERSION_ID="12"\n', true],
  ['Ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', true],
  ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
  ['Fedora', 'ID=fedora\nVERSION_ID=42\n', false],
  ['a system that only mentions Debian', 'ID=other\nHOME_URL="https://debian.org"\n', false],
  ['a system without os-release', '', false],
])('%s', (_name, text, debian) => {
  expect(isDebian(text)).toBe(debian);
});

test('the cache folder follows the XDG specification', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/somewhere' })).toBe('/somewhere/ajar');
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(path.join(homedir(), '.cache', 'ajar'));
  expect(cacheFolder({})).toBe(path.join(homedir(), '.cache', 'ajar'));
});
