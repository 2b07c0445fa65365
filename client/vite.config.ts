/// <reference types="node" />
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { preloadedFonts } from './build/preloaded-fonts.ts';

const server = process.env['AJAR_DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), tailwind(), preloadedFonts(/(fraunces-latin-full|source-sans-3-latin-wght)-normal/), compressed()],
  build: {
    target: 'es2023',
    manifest: true,
    // Fonts stay files of their own: as data URLs they would block the first paint, and the CSP would have to allow them.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/dev': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
