import { toAjarError } from '@ajar/shared';
import { createLog, type Log } from '../log/index.ts';
import { readSettings } from '../settings/index.ts';
import { type RunningServer, startServer } from './server.ts';

/** How long a shutdown may take before the process ends anyway, in ms. */
const patience = 10_000;

/** Signals within this many ms of the first are the same asking. */
const oneAsking = 2_000;

/** The server as a process: settings, start, one line with the address, and an orderly end. */
export async function run(clientDist: string): Promise<void> {
  const ending = new AbortController();
  let askedAt = 0;
  const stop = (code: number) => () => {
    process.exitCode ??= code;
    // One Ctrl-C may arrive twice, from the terminal and from a parent that passes it on. Asked again later, it is meant.
    if (ending.signal.aborted && Date.now() - askedAt > oneAsking) process.exit(1);
    askedAt ||= Date.now();
    ending.abort();
  };
  // mediasoup would add its own once-only listeners; ours are first and do the whole work.
  process.on('SIGINT', stop(0));
  process.on('SIGTERM', stop(0));
  let log: Log | undefined;
  try {
    const settings = readSettings();
    log = createLog({ level: settings.logLevel });
    const server = await startServer({ settings, clientDist, log, onLost: stop(1) });
    if (!ending.signal.aborted) {
      say(`Ajar is open at ${server.url}`);
      if (server.ownerLink) say(`The first owner comes in here, once: ${server.ownerLink}`);
      await new Promise((resolve) => ending.signal.addEventListener('abort', resolve, { once: true }));
    }
    await end(server);
  } catch (thrown) {
    const error = toAjarError(thrown);
    process.exitCode = 1;
    if (error.category === 'set-up') process.stderr.write(`${error.message}\n`);
    else (log ?? createLog()).fatal({ err: thrown }, 'Ajar could not start');
  }
  // Whatever a library still holds open must not keep a closed server alive.
  process.exit();
}

async function end(server: RunningServer): Promise<void> {
  const late = setTimeout(() => process.exit(1), patience);
  await server.close();
  clearTimeout(late);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
