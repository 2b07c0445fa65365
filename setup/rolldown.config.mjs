// @ts-check
import { existsSync } from 'node:fs';
import { defineConfig } from 'rolldown';

// Bundles the package it is run in, libraries included, into a few files. Node loads these in a third of the time and
// the memory that a few hundred files with all their unused neighbours take, whose types it would have to strip too.
//
// Outside stay: mediasoup and piscina, which look for their worker beside themselves; and what other libraries look for
// but can do without.
const outside = ['mediasoup', 'piscina', 'pg-native', 'bufferutil', 'utf-8-validate'];

/** What a thread of the program runs is a file of its own beside it. */
const threads = { 'pairing-worker': 'src/coffee/pairing/worker.ts' };

export default defineConfig({
  input: {
    main: 'src/main.ts',
    ...Object.fromEntries(Object.entries(threads).filter(([, source]) => existsSync(source))),
  },
  platform: 'node',
  external: outside,
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true, comments: { legal: true } },
});
