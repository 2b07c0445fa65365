// @ts-check
import path from 'node:path';
import { build } from './build.mjs';
import { provideTestPrograms } from './checks.mjs';
import { installDebianPackages } from './debian.mjs';
import { isRoot, ROOT } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { exitWith, Problem } from './problem.mjs';
import { runInFront } from './run-in-front.mjs';

/** What the drills start besides what the tests do. */
const DRILL_PACKAGES = ['coturn', 'iproute2', 'libnss3-tools', 'nftables', 'openssl'];

// `npm run drill`: real networks that go wrong, laid in network namespaces of this machine; `-- NAME` only some of them.
await exitWith(async () => {
  if (!isRoot())
    throw new Problem('The drills lay network namespaces, and only root can. Run `npm run drill` as root.');
  const { node, worker } = await prepare();
  await provideTestPrograms();
  await installDebianPackages(DRILL_PACKAGES, {
    purpose: 'for the drills',
    elsewhere: 'The drills run on Debian and its children only.',
  });
  await build(['@ajar/server', '@ajar/client'], node);
  return runInFront({
    command: node,
    args: [
      path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
      ...['test', '-c', path.join(ROOT, 'e2e', 'drills'), ...process.argv.slice(2)],
    ],
    env: { MEDIASOUP_WORKER_BIN: worker, AJAR_DRILLS: '1' },
    // Playwright hands its own flags on to its workers, which the tie would end at once.
    tied: false,
  });
});
