// @ts-check
import path from 'node:path';
import { build } from './build.mjs';
import { provideTestPrograms } from './checks.mjs';
import { ROOT } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { exitWith } from './problem.mjs';
import { runInFront } from './run-in-front.mjs';

// `npm run bench`: measures what is built here and prints one table; `-- join tasks` only these parts.
await exitWith(async () => {
  const { node, worker } = await prepare();
  await provideTestPrograms();
  await build(['@ajar/server', '@ajar/client'], node);
  return runInFront({
    command: node,
    args: [path.join(ROOT, 'e2e', 'bench', 'main.ts'), ...process.argv.slice(2)],
    env: { MEDIASOUP_WORKER_BIN: worker },
  });
});
