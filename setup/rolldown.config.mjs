// @ts-check
import { defineConfig } from 'rolldown';

// Bundles the package it is run in: our own workspaces' sources become one file, so that the server starts without
// stripping types from a few hundred files. Packages from npm stay outside, where Node loads what is really used.
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@ajar/'),
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
});
