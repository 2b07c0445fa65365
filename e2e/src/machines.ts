import { statSync } from 'node:fs';
import path from 'node:path';
import { environment } from './ajar.ts';
import { root } from './folder.ts';
import type { Program, ProgramOptions } from './program.ts';
import { freePort } from './relay.ts';

type Run = (options: ProgramOptions) => Program;

/** A Postgres of nobody in particular, on a cluster made before; its DATABASE_URL names a database without a table. */
export async function startPostgres(run: Run, program: string, cluster: string): Promise<string> {
  const { uid, gid } = statSync(cluster);
  const settings = { listen_addresses: '', unix_socket_directories: cluster, fsync: 'off', logging_collector: 'off' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgres = run({
    command: program,
    args: ['-D', cluster, ...flags],
    cwd: cluster,
    stopWith: 'SIGINT',
    ...(process.getuid?.() === 0 ? { runAs: { uid, gid } } : {}),
  });
  await postgres.said(/ready to accept connections/);
  return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(cluster)}`;
}

/** A redis-server that keeps nothing; its REDIS_URL. */
export async function startRedis(run: Run): Promise<string> {
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no' };
  const redis = run({
    command: 'redis-server',
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    cwd: '/',
  });
  await redis.said(/Ready to accept connections/);
  return `redis://127.0.0.1:${port}`;
}

export interface MediaNodeOptions {
  hubUrl: string;
  secret: string;
}

/** A media node as a process of its own, known to the hub. */
export async function startMediaNode(run: Run, { hubUrl, secret }: MediaNodeOptions): Promise<Program> {
  const node = run({
    command: process.execPath,
    args: [path.join(root, 'media', 'dist', 'main.js')],
    env: environment({ PORT: '0', AJAR_HUB_URL: hubUrl, AJAR_PUBLIC_URL: hubUrl, AJAR_MEDIA_SECRET: secret }),
  });
  await node.said(/Media node ready at \S+/);
  return node;
}
