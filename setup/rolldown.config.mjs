// @ts-check
import { defineConfig } from 'rolldown';

// Bundles the package it is run in, libraries included, into a few files. Node loads these in a third of the time and
// the memory that a few hundred files with all their unused neighbours take, whose types it would have to strip too.
//
// Outside stay: mediasoup, which looks for its worker beside itself; and what other libraries look for but can do without.
const outside = ['mediasoup', 'pg-native', 'bufferutil', 'utf-8-validate'];

export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  external: outside,
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true, comments: { legal: true } },
});
