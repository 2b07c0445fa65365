/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { firstLoad } from './build/first-load.ts';
import { firstWords } from './build/first-words.ts';
import { leanI18next } from './build/lean-i18next.ts';
import { leanZod } from './build/lean-zod.ts';
import { onlyWebSockets } from './build/only-web-sockets.ts';
import { patientImports } from './build/patient-imports.ts';
import { preloadedFonts } from './build/preloaded-fonts.ts';
import { undocumented } from './build/undocumented.ts';
import { withoutJsonSchema } from './build/without-json-schema.ts';

const server = process.env['AJAR_DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    undocumented(fileURLToPath(new URL('../shared/src/', import.meta.url))),
    withoutJsonSchema(),
    leanI18next(),
    leanZod(),
    onlyWebSockets(),
    patientImports(),
    react(),
    tailwind(),
    preloadedFonts(/(fraunces-latin-full|source-sans-3-latin-wght)-normal/),
    firstWords(['fr', 'es']),
    compressed(),
  ],
  build: {
    target: 'es2023',
    manifest: true,
    // Every browser of this target has it by itself.
    modulePreload: { polyfill: false },
    // Fonts stay files of their own: as data URLs they would block the first paint, and the CSP would have to allow them.
    assetsInlineLimit: 0,
    // In kB, minified: the first load is one file on purpose (see build/first-load.ts), about 140 kB on the wire.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/push/sw.ts' },
      output: {
        // A service worker keeps its address, and may only look after what lies below it.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: firstLoad(fileURLToPath(new URL('src/main.tsx', import.meta.url))) }] },
      },
    },
  },
  server: {
    // Here the service worker is served from below src/.
    headers: { 'service-worker-allowed': '/' },
    proxy: {
      '/api': server,
      '/dev': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
