import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AjarError } from '@ajar/shared';
import { expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { openDatabase } from './database.ts';
import { newDataDir } from './testing.folder.ts';

const log = createLog({ level: 'silent' });
const root = process.getuid?.() === 0;

test('a path too long for a socket is refused before anything is made', async () => {
  const dataDir = join(await newDataDir(), 'long'.repeat(30));
  await expect(complaint(dataDir)).resolves.toMatch(/^The path of the data folder .* is \d+ bytes too long\.$/);
  expect(await readdir(dirname(dirname(dataDir)))).toEqual([]);
});

test('a file in the way is named', async () => {
  const dataDir = await newDataDir();
  await writeFile(dataDir, '');
  await expect(complaint(join(dataDir, 'inner'))).resolves.toBe(`${dataDir} is a file, and a folder is needed there.`);
});

test.runIf(root)('a folder that user postgres may not enter is named, and nothing is made', async () => {
  const closed = dirname(await newDataDir());
  await chmod(closed, 0o700);
  await expect(complaint(join(closed, 'data'))).resolves.toContain(`User postgres may not enter ${closed}`);
  expect(await readdir(closed)).toEqual([]);
});

test.skipIf(root)('a folder that is not writable is named, and nothing is made', async () => {
  const closed = dirname(await newDataDir());
  await chmod(closed, 0o555);
  await expect(complaint(join(closed, 'data'))).resolves.toContain(`this user may not write in ${closed}`);
  expect(await readdir(closed)).toEqual([]);
});

test('a database of another Postgres version is left alone', async () => {
  const dataDir = await newDataDir();
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
  await expect(complaint(dataDir)).resolves.toMatch(/was made by Postgres 12, and this Ajar brings Postgres \d+/);
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
});

/** The one line a person gets who starts Ajar on this folder. */
async function complaint(dataDir: string): Promise<string> {
  const failure: unknown = await openDatabase({ dataDir, databaseUrl: undefined }, log).catch((error) => error);
  if (!(failure instanceof AjarError))
    throw new Error('It started, or failed without an AjarError', { cause: failure });
  expect(failure.category).toBe('set-up');
  return failure.message;
}
