// @ts-check
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from '../setup/build.mjs';
import { prepare } from '../setup/prepare.mjs';
import { exitWith, Problem } from '../setup/problem.mjs';

// Run while the image is built: installs and builds what `npm start` would, and puts the media worker where the image
// takes it from, which is the one argument.
await exitWith(async () => {
  const place = process.argv[2];
  if (!place) throw new Problem('Name the file that the media worker is to become.');
  const { node, worker } = await prepare();
  await build(['@ajar/media', '@ajar/server', '@ajar/client'], node);
  mkdirSync(path.dirname(place), { recursive: true });
  copyFileSync(worker, place);
  return 0;
});
