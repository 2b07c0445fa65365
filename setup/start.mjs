// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { exitWith, Problem } from './problem.mjs';
import { runInFront } from './run-in-front.mjs';

// `npm start` and, with --media, `npm run start:media`: prepare, build what has changed, run. Every other argument is
// for the program itself.
const media = process.argv[2] === '--media';
const programArguments = process.argv.slice(media ? 3 : 2);

// A young generation of 4 MB instead of V8's 64 MB: a hub's messages are small and short-lived, and V8 grows into whatever
// it may have. Source maps stay off, since having them at hand costs 55 MB.
const NODE_FLAGS = ['--max-semi-space-size=4'];

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
