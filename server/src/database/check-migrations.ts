import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const server = join(import.meta.dirname, '..', '..');
const programs = join(server, '..', 'node_modules', '.bin');

/**
 * Compares the tables in the sources with the committed migrations, by asking drizzle-kit for the next one.
 * @returns the file it would write, or undefined when they agree.
 */
export async function missingMigration(): Promise<string | undefined> {
  const scratch = await mkdtemp(join(tmpdir(), 'ajar-migrations-'));
  try {
    await cp(join(server, 'migrations'), scratch, { recursive: true });
    const before = new Set(await readdir(scratch));
    // drizzle-kit puts `./` before the path it is given, so it must be relative.
    const PATH = [programs, process.env['PATH']].join(delimiter);
    const env = { ...process.env, PATH, AJAR_MIGRATIONS_OUT: relative(server, scratch) };
    await run('drizzle-kit', ['generate', '--name', 'missing'], { cwd: server, env });
    return (await readdir(scratch)).find((name) => !before.has(name));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

if (import.meta.main) {
  const missing = await missingMigration();
  if (missing !== undefined) {
    process.stderr.write('The tables and server/migrations differ. Run: npm run migrations:generate -w @ajar/server\n');
    process.exitCode = 1;
  }
}
