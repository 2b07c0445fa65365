import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

/** A new folder that every user of this machine may enter: Postgres runs as another user than root. */
export function newFolder(): string {
  const folder = mkdtempSync('/var/tmp/ajar-e2e-');
  chmodSync(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

export const root = path.resolve(import.meta.dirname, '../..');
