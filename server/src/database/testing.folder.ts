import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** A data folder that does not exist yet, in a folder user postgres may enter; removed when the test ends. */
export async function newDataDir(): Promise<string> {
  const folder = await openFolder();
  onTestFinished(() => removeFolder(folder));
  return join(folder, 'data');
}

/** A folder that user postgres may enter. Whoever makes it removes it. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ajar-data-'));
  // mkdtemp keeps everybody out.
  await chmod(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A copy of a stopped server's data folder, which saves making a database; removed when the test ends. */
export async function copyOfDataDir(original: string): Promise<string> {
  const dataDir = await newDataDir();
  // Not fs.cp: the files belong to user postgres and must go on doing so.
  await promisify(execFile)('cp', ['-a', original, dataDir]);
  return dataDir;
}
