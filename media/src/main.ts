import { AjarError } from '@ajar/shared';
import { pino } from 'pino';
import { LoneNode } from './lone-node.ts';
import { readSettings } from './settings.ts';

/** Runs a lone media node until it is told to end. Trouble at the start is one clear line and exit code 1. */
async function main(): Promise<void> {
  const ended = new Promise<string>((resolve) => {
    // Taken before anything starts: a signal in the middle of it must not leave workers behind.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
  });
  const settings = readSettings();
  const log = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 1, sync: true }));
  const node = await LoneNode.create(settings, log);
  process.stdout.write(`Media node ready at ${node.url}\n`);
  log.info({ signal: await ended }, 'media node ends');
  await node.close();
}

main().then(
  () => process.exit(0),
  (thrown) => {
    const words =
      thrown instanceof AjarError ? thrown.message : String(thrown instanceof Error ? thrown.stack : thrown);
    process.stderr.write(`${words}\n`);
    process.exit(1);
  },
);
