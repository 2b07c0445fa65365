import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AjarError } from '@ajar/shared';

const run = promisify(execFile);

/** The system user Postgres runs as; undefined = the user this process already is. */
export type RunAs = { uid: number; gid: number } | undefined;

/** Where things lie inside the data folder. */
export type Layout = {
  dataDir: string;
  /** Postgres' own folder, which holds its socket too: nobody but its user may enter. */
  cluster: string;
  /** What Postgres says to nobody in particular. */
  logFile: string;
};

const socketName = '.s.PGSQL.5432';
/** The longest path a Unix socket may have on Linux: `sun_path` of unix(7), less its closing zero. */
const longestSocketPath = 107;

export function layoutOf(dataDir: string): Layout {
  return { dataDir, cluster: join(dataDir, 'postgres'), logFile: join(dataDir, 'postgres.log') };
}

/**
 * Sees that the data folder can hold a database, and makes it if it is not there. Nothing is made before
 * everything that can be known beforehand is found right.
 * @throws AjarError `data-folder` naming the folder that stops it and what to do.
 */
export async function prepareFolder({ dataDir, cluster }: Layout, runAs: RunAs): Promise<void> {
  const length = Buffer.byteLength(join(cluster, socketName));
  if (length > longestSocketPath) {
    throw folderError(`The path of the data folder ${dataDir} is ${length - longestSocketPath} bytes too long.`);
  }
  const parents = await existingFolders(dataDir);
  const nearest = parents.at(-1) ?? '/';
  await access(nearest, constants.W_OK | constants.X_OK).catch((cause: unknown) => {
    throw folderError(`The data folder ${dataDir} is not writable: this user may not write in ${nearest}.`, cause);
  });
  if (runAs) for (const folder of parents) await checkWalkable(folder, runAs);
  await make(dataDir);
}

/** The system user for Postgres, who must not be root: `postgres`, made if there is none, when this process is root. */
export async function chooseUser(cluster: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUpUser()) ?? (await makeUser());
}

/** Whether this user may pass through every folder on the way to `path` and run or read what is there. */
export async function canReach(path: string, runAs: RunAs): Promise<boolean> {
  if (!runAs) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayEnter(await stat(folder), runAs)) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function lookUpUser(): Promise<RunAs> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<RunAs> {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
  // Two servers that start together may both find no user; the second one's useradd then fails harmlessly.
  const failure = await run('useradd', flags).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  const user = await lookUpUser();
  if (user) return user;
  const advice = 'Postgres refuses to run as root and user postgres could not be made. Run: useradd --system postgres';
  throw new AjarError('set-up', 'database-user', advice, { cause: failure });
}

/** The folders from `/` down to `path` that exist already. */
async function existingFolders(path: string): Promise<string[]> {
  const found: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    const entry = await stat(folder).catch(() => undefined);
    if (entry && !entry.isDirectory()) throw folderError(`${folder} is a file, and a folder is needed there.`);
    if (entry) found.unshift(folder);
    if (folder === dirname(folder)) return found;
  }
}

async function checkWalkable(folder: string, runAs: NonNullable<RunAs>): Promise<void> {
  if (mayEnter(await stat(folder), runAs)) return;
  throw folderError(
    `User postgres may not enter ${folder}, which the database needs. Run: chmod o+x ${folder}, or set AJAR_DATA_DIR to another folder.`,
  );
}

function mayEnter(entry: { mode: number; uid: number; gid: number }, runAs: NonNullable<RunAs>): boolean {
  if (entry.uid === runAs.uid) return (entry.mode & constants.S_IXUSR) !== 0;
  if (entry.gid === runAs.gid) return (entry.mode & constants.S_IXGRP) !== 0;
  return (entry.mode & constants.S_IXOTH) !== 0;
}

/** One folder after the other: Node's recursive `mkdir` never returns where the kernel makes no folders, as in /proc. */
async function make(dataDir: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = dataDir; !(await stat(folder).catch(() => undefined)); folder = dirname(folder))
    missing.unshift(folder);
  for (const folder of missing) {
    await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return;
      throw folderError(`The data folder ${dataDir} cannot be made: ${folder} is not writable (${cause.code}).`, cause);
    });
    // A strict umask would make folders that user postgres cannot walk through.
    await chmod(folder, 0o755);
  }
}

function folderError(message: string, cause?: unknown): AjarError {
  return new AjarError('set-up', 'data-folder', message, { cause });
}
