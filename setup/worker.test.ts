import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cachedWorkers, compilersAtOnce, ninjaPercent, removeAbandonedBuilds } from './worker.mjs';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'ajar-worker-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

test("reads ninja's progress", () => {
  expect(ninjaPercent('[130/260] Building CXX object worker/src/RTC/Router.cpp.o')).toBe(50);
  expect(ninjaPercent('ninja: Entering directory')).toBeUndefined();
});

test.each([
  [2, 24, 2],
  [32, 8, 5],
  [4, 1, 1],
])('%i cores and %i GiB run %i compilers', (cores, gibibytes, expected) => {
  expect(compilersAtOnce(cores, gibibytes * 1024 ** 3)).toBe(expected);
});

test('a cached worker is named by version, machine and, when built here, by our CMake project', () => {
  const project = path.join(cache, 'project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'CMakeLists.txt'), 'project(one)');
  const machine = { cache, project, platform: 'linux', arch: 'x64' } as const;
  const first = cachedWorkers('3.27.1', machine);
  expect(cachedWorkers('3.27.1', machine)).toEqual(first);
  expect(first.prebuilt).toBe(path.join(cache, 'mediasoup-worker-3.27.1-linux-x64-prebuilt', 'mediasoup-worker'));

  const others = [cachedWorkers('3.27.2', machine), cachedWorkers('3.27.1', { ...machine, arch: 'arm64' })];
  writeFileSync(path.join(project, 'CMakeLists.txt'), 'project(two)');
  const changed = cachedWorkers('3.27.1', machine);
  expect(changed.prebuilt).toBe(first.prebuilt);
  expect(new Set([first, changed, ...others].map((places) => places.built)).size).toBe(4);
});

test('removes what a build that was cut off has left, and nothing else', () => {
  // No process has this id: Linux and macOS stop far below it.
  const names = [
    `building-${2 ** 30}-abc`,
    `building-${process.pid}-abc`,
    'mediasoup-worker-3.27.1-linux-x64-prebuilt',
  ];
  for (const name of names) mkdirSync(path.join(cache, name));
  removeAbandonedBuilds(cache);
  expect(readdirSync(cache).sort()).toEqual(names.slice(1).sort());
});
