import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow, hashOf, hashOfFolder } from './hash.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ajar-hash-'));
  mkdirSync(path.join(folder, 'deep', 'deeper'), { recursive: true });
  writeFileSync(path.join(folder, 'deep', 'deeper', 'one.txt'), 'one');
  writeFileSync(path.join(folder, 'two.txt'), 'two');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('lists every file below a folder, sorted, and no folder', () => {
  expect(filesBelow(folder)).toEqual(['deep/deeper/one.txt', 'two.txt']);
});

test('the hash of a folder changes with a content, a name and a new file, and with nothing else', () => {
  const before = hashOfFolder(folder);
  expect(hashOfFolder(folder)).toBe(before);

  writeFileSync(path.join(folder, 'two.txt'), 'too');
  const changed = hashOfFolder(folder);
  writeFileSync(path.join(folder, 'three.txt'), '');
  const added = hashOfFolder(folder);
  rmSync(path.join(folder, 'three.txt'));
  writeFileSync(path.join(folder, 'two.txt'), 'two');

  expect(new Set([before, changed, added]).size).toBe(3);
  expect(hashOfFolder(folder)).toBe(before);
});

test('parts do not run into each other', () => {
  expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
});
