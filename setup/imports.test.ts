import { expect, test } from 'vitest';
import { wrongImports } from './imports.mjs';

const there = new Set(['server/src/doors/index.ts', 'server/src/doors/visits.ts', 'client/src/theme/colours.ts']);

function wrong(file: string, text: string): string[] {
  return wrongImports({ file, text }, (other) => there.has(other));
}

test.each([
  ['client', "import { x } from '@ajar/server';"],
  ['client', "import { x } from '@ajar/media';"],
  ['shared', "export * from '@ajar/client';"],
  ['media', "const x = await import('@ajar/server');"],
  ['media', "import type { X } from '@ajar/server';"],
  ['server', "import '@ajar/client';"],
])('%s may not: %s', (name, text) => {
  expect(wrong(`${name}/src/room.ts`, text)).toHaveLength(1);
});

test.each([
  ['client', "import { x } from '@ajar/shared';"],
  ['media', "import type { X } from '@ajar/shared';"],
  ['server', "import { x } from '@ajar/media';"],
  ['server', "import { x } from 'express';"],
  ['server', "// import { x } from '@ajar/client';"],
  ['server', "/** Not `import { x } from '@ajar/client'`. */"],
])('%s may: %s', (name, text) => {
  expect(wrong(`${name}/src/room.ts`, text)).toEqual([]);
});

test('nobody reaches into a package past its name', () => {
  expect(wrong('server/src/main.ts', "import { x } from '@ajar/shared/src/ids.ts';")).toHaveLength(1);
});

test('a relative import may not climb into another package', () => {
  expect(wrong('client/src/call/stage.tsx', "import { x } from '../../../server/src/doors/visits.ts';")).toHaveLength(
    1,
  );
  expect(wrong('client/src/call/stage.tsx', "import { x } from '../../../setup/hash.mjs';")).toHaveLength(1);
});

test('an import over several lines is seen', () => {
  expect(wrong('client/src/main.tsx', "import {\n  one,\n  two,\n} from '@ajar/server';")).toHaveLength(1);
});

test('another folder is used through its index.ts or its tables', () => {
  const from = 'server/src/coffee/table.ts';
  expect(wrong(from, "import { x } from '../doors/visits.ts';")).toHaveLength(1);
  expect(wrong('server/src/main.ts', "import { x } from './doors/visits.ts';")).toHaveLength(1);
  expect(wrong(from, "import { x } from '../doors/testing.ts';")).toHaveLength(1);
  expect(wrong(from, "import { x } from '../doors/index.ts';")).toEqual([]);
  expect(wrong(from, "import { x } from '../doors/tables.ts';")).toEqual([]);
  expect(wrong('server/src/doors/doors.ts', "import { x } from './visits.ts';")).toEqual([]);
});

test.each(['table.test.ts', 'testing.ts', 'fixtures/crowd.ts'])('tests may look behind it: %s', (file) => {
  const path = `server/src/coffee/${file}`;
  const up = file.includes('/') ? '../..' : '..';
  expect(wrong(path, `import { x } from '${up}/doors/visits.ts';`)).toEqual([]);
  expect(wrong(path, "import { x } from '@ajar/client';")).toHaveLength(1);
});

test('a folder without an index.ts has no public face to pass by', () => {
  expect(wrong('client/src/call/stage.tsx', "import { x } from '../theme/colours.ts';")).toEqual([]);
});
