import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type TestRedis = { url: string; close(): Promise<void> };

/** A real redis-server on a free port, keeping nothing on disk. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ];
  const server = spawn('redis-server', flags, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(server, 'close');
  await new Promise<void>((ready, failed) => {
    server.on('error', failed);
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('Ready to accept connections')) ready();
    });
    void gone.then(() => failed(new Error('redis-server ended before it was ready')));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      server.kill('SIGTERM');
      await gone;
    },
  };
}

/** A port of this machine on which, a moment ago, nothing listened. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
