// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './machine.mjs';
import { NODE_FLAGS } from './node-flags.mjs';
import { prepare } from './prepare.mjs';
import { exitWith, Problem } from './problem.mjs';
import { runInFront } from './run-in-front.mjs';

// `npm start` and, with --media, `npm run start:media`: prepare, build what has changed, run. Every other argument is
// for the program itself.
const media = process.argv[2] === '--media';
const programArguments = process.argv.slice(media ? 3 : 2);

await exitWith(async () => {
  const { node, worker } = await prepare();
  await build(media ? ['@ajar/media'] : ['@ajar/server', '@ajar/client'], node);

  const program = path.join(ROOT, media ? 'media' : 'server', 'dist', 'main.js');
  if (!existsSync(program)) throw new Problem(`The build did not make ${program}.`);
  return runInFront({
    command: node,
    args: [...NODE_FLAGS, program, ...programArguments],
    env: {
      MEDIASOUP_WORKER_BIN: worker,
      // Compiled code is kept between starts, which is a good part of a cold start's time.
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'ajar', 'compiled'),
    },
  });
});
