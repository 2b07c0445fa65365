import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdsAll, installPackages } from './packages.mjs';
import { Problem } from './problem.mjs';

let root: string;

/** A project of one workspace, which npm installs without a network. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ajar-packages-'));
  mkdirSync(path.join(root, 'inner'));
  writeJson('package.json', { name: 'outer', version: '1.0.0', private: true, workspaces: ['inner'] });
  writeJson('inner/package.json', { name: 'inner', version: '1.0.0' });
  writeJson('package-lock.json', {
    name: 'outer',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'outer', version: '1.0.0', workspaces: ['inner'] },
      inner: { version: '1.0.0' },
      'node_modules/inner': { resolved: 'inner', link: true },
    },
  });
});

afterEach(() => rmSync(root, { recursive: true }));

function writeJson(file: string, value: unknown): void {
  writeFileSync(path.join(root, file), JSON.stringify(value));
}

function installed(file: string): string {
  return path.join(root, 'node_modules', file);
}

test('installs once, and again only when what decides has changed', async () => {
  await installPackages(root);
  expect(existsSync(installed('inner/package.json'))).toBe(true);
  const stamp = readFileSync(installed('.ajar-installed'), 'utf8');

  // An installation would remove this.
  writeFileSync(installed('mark'), '');
  await installPackages(root);
  expect(existsSync(installed('mark'))).toBe(true);

  writeJson('inner/package.json', { name: 'inner', version: '1.0.0', scripts: { build: 'true' } });
  await installPackages(root);
  expect(readFileSync(installed('.ajar-installed'), 'utf8')).toBe(stamp);
});

test('an installation that was cut off is done again', async () => {
  // This is what npm leaves when it is killed: some packages, and none of the notes that it writes last.
  mkdirSync(installed('half-a-package'), { recursive: true });
  await installPackages(root);
  expect(existsSync(installed('inner/package.json'))).toBe(true);
  expect(existsSync(installed('half-a-package'))).toBe(false);
});

test('a failed installation says so, leaves no stamp, and is tried again', async () => {
  writeJson('package.json', {
    name: 'outer',
    version: '1.0.0',
    workspaces: ['inner'],
    dependencies: { missing: 'file:missing.tgz' },
  });
  await expect(installPackages(root)).rejects.toThrow(Problem);
  expect(existsSync(installed('.ajar-installed'))).toBe(false);

  writeJson('package.json', { name: 'outer', version: '1.0.0', workspaces: ['inner'] });
  await installPackages(root);
  expect(existsSync(installed('.ajar-installed'))).toBe(true);
});

const lock = JSON.stringify({
  packages: {
    '': {},
    inner: { version: '1.0.0' },
    'node_modules/inner': { link: true },
    'node_modules/one': { version: '1.2.3' },
    'inner/node_modules/one': { version: '2.0.0' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
});

test.each([
  ['everything is there', { 'node_modules/one': '1.2.3', 'inner/node_modules/one': '2.0.0' }, true],
  ['another version is there', { 'node_modules/one': '1.2.4', 'inner/node_modules/one': '2.0.0' }, false],
  ['one is missing', { 'node_modules/one': '1.2.3' }, false],
])("a developer's own npm install counts: %s", (_name, versions, expected) => {
  const packages = Object.fromEntries(Object.entries(versions).map(([place, version]) => [place, { version }]));
  expect(holdsAll(lock, JSON.stringify({ packages }))).toBe(expected);
});

test('without a note of npm nothing counts as installed', () => {
  expect(holdsAll(lock, '')).toBe(false);
});
