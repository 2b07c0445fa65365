import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AjarError } from '@ajar/shared';
import type { Layout, RunAs } from './folder.ts';
import type { Programs } from './programs.ts';

/** One Postgres cluster on disk and the programs to run it with. */
export type Cluster = { layout: Layout; programs: Programs; runAs: RunAs; durable: boolean };

/** How often a change is looked for while Postgres starts or stops, in ms. */
export const pollInterval = 15;
const patienceWhenStopping = 30_000;
const longestLogFile = 4 * 1024 * 1024;
const unfinished = '.postgres-';

/** Settings of the running server, given on its command line so that an upgrade of Ajar brings its own. */
function serverSettings({ layout, durable }: Cluster): string[] {
  const settings: Record<string, string | number> = {
    // The socket in its private folder is the only way in.
    listen_addresses: '',
    unix_socket_directories: layout.cluster,
    unix_socket_permissions: '0700',
    max_connections: 60,
    shared_buffers: '32MB',
    // One small machine: no replicas, no parallel queries, no extra I/O processes. And yet not `minimal`: under it a
    // sequence used in the transaction that makes it, as BullMQ's job ids are, hands out the same numbers again after
    // a crash, and a job with a number already there is silently dropped.
    wal_level: 'replica',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_wal_size: '256MB',
    max_parallel_workers_per_gather: 0,
    io_method: 'sync',
    huge_pages: 'off',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Makes the cluster if there is none: in a folder beside it, then by one rename, so that an interruption leaves
 * either nothing or all of it. Of two servers that do this at once, one's cluster is kept and both use it.
 */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const { layout, programs } = cluster;
  const version = await versionOf(layout);
  if (version === undefined) return makeCluster(cluster);
  if (version !== programs.major) {
    const message = `The database in ${layout.cluster} was made by Postgres ${version}, and this Ajar brings Postgres ${programs.major}. Move it with pg_dump, or start the Ajar that made it.`;
    throw new AjarError('set-up', 'database-version', message);
  }
}

async function makeCluster(cluster: Cluster): Promise<void> {
  const { layout, programs, runAs } = cluster;
  const half = join(layout.dataDir, `${unfinished}${randomUUID()}`);
  try {
    await mkdir(half);
    if (runAs) await chown(half, runAs.uid, runAs.gid);
    await chmod(half, 0o700);
    const flags = ['--pgdata', half, '--username', 'postgres', '--auth-local=trust', '--auth-host=reject'];
    const language = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
    const durability = cluster.durable ? [] : ['--no-sync'];
    await runToEnd(cluster, programs.initdb, [...flags, ...language, ...durability]);
    await rename(half, layout.cluster);
    await persistFolder(layout.dataDir);
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    // Another first start was quicker, and its cluster is as good as ours.
    if ((await versionOf(layout)) !== undefined) return;
    const message = `The database could not be made in ${layout.dataDir}: ${cause instanceof Error ? cause.message : cause}`;
    throw new AjarError('set-up', 'database-start', message, { cause });
  }
}

/** Removes what interrupted or overtaken first starts left. Only for the holder of the claim: nobody needs theirs then. */
export async function removeUnfinished({ dataDir }: Layout): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(unfinished)) continue;
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the server as a process of its own: a Ctrl-C meant for Ajar does not reach it, and it may outlive us. */
export async function spawnServer(cluster: Cluster): Promise<ChildProcess> {
  const { layout, programs } = cluster;
  const logFile = await open(layout.logFile, 'a');
  try {
    if ((await logFile.stat()).size > longestLogFile) await truncate(layout.logFile, 0);
    const flags = ['-D', layout.cluster, '-p', '5432', ...serverSettings(cluster)];
    const child = spawn(programs.postgres, flags, {
      ...surroundings(cluster),
      detached: true,
      stdio: ['ignore', logFile.fd, logFile.fd],
    });
    // A program that cannot be run at all says so by 'error'; whoever waits for the server sees it gone.
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await logFile.close();
  }
}

/** Stops the server of this cluster, ours or adopted, and waits until it is gone. */
export async function stopServer({ layout }: Cluster, child: ChildProcess | undefined): Promise<void> {
  const pid = await serverPid(layout);
  if (pid === undefined) return;
  signal(pid, 'SIGINT');
  const deadline = Date.now() + patienceWhenStopping;
  while (await isUp(layout, pid, child)) {
    if (Date.now() > deadline) return signal(pid, 'SIGQUIT');
    await wait(pollInterval);
  }
}

/** The last thing Postgres wrote to its log, for a message that says why it did not start. */
export async function lastWords({ layout }: Cluster): Promise<string> {
  const text = await readFile(layout.logFile, 'utf8').catch(() => '');
  return text.trim().split('\n').at(-1) ?? '';
}

/** Process id of the running server, from the first line of its lock file. */
export async function serverPid(layout: Layout): Promise<number | undefined> {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n', 1)[0]);
  return pid > 1 ? pid : undefined;
}

async function isUp(layout: Layout, pid: number, child: ChildProcess | undefined): Promise<boolean> {
  if (child?.pid === pid) return child.exitCode === null && child.signalCode === null;
  // An adopted server may stay behind as a zombie nobody reaps; its lock file tells the truth.
  return (await serverPid(layout)) === pid && isAlive(pid);
}

async function versionOf(layout: Layout): Promise<string | undefined> {
  const text = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text?.trim();
}

function runToEnd(cluster: Cluster, program: string, flags: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, flags, { ...surroundings(cluster), stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(complaint.trim() || `initdb ended with ${code}`)),
    );
  });
}

function surroundings({ layout, runAs }: Cluster) {
  // Nothing of our environment is theirs: secrets live in it, and PG* variables would bend their settings.
  const { PATH } = process.env;
  return { cwd: layout.dataDir, env: { PATH, LC_ALL: 'C' }, ...runAs };
}

async function persistFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Whether there is such a process, of whatever user. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isCode(error, 'ESRCH')) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
