// @ts-check
import path from 'node:path';
import { ROOT } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { exitWith } from './problem.mjs';
import { runInFront } from './run-in-front.mjs';

// `npm run dev`: the server from its sources, started again when one of them changes, and Vite's dev server in front of
// it, which shows a change of the client at once. Arguments are for the server.
const port = process.env['PORT'] ?? '3000';
const VITE_PORT = '5173';

await exitWith(async () => {
  const { node, worker } = await prepare();
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  return runInFront(
    {
      command: node,
      args: [
        '--watch',
        '--watch-preserve-output',
        path.join(ROOT, 'server', 'src', 'main.ts'),
        ...process.argv.slice(2),
      ],
      env: {
        MEDIASOUP_WORKER_BIN: worker,
        // What the browser shows in its address bar, for cookies, passkeys and links in mails.
        AJAR_PUBLIC_URL: process.env['AJAR_PUBLIC_URL'] ?? `http://localhost:${VITE_PORT}`,
      },
      // Node's watcher has a channel of its own to the server, and closes it before each new start.
      tied: false,
    },
    {
      command: node,
      args: [vite, '--port', VITE_PORT, '--strictPort'],
      cwd: path.join(ROOT, 'client'),
      env: { AJAR_DEV_SERVER: `http://127.0.0.1:${port}` },
    },
  );
});
