import type { Plugin } from 'vite';

const transports = /\/engine\.io-client\/build\/esm\/transports\/index\.js$/;

/** Leaves out of the pages the ways to reach the hub that it does not offer: long polling and WebTransport. */
export function onlyWebSockets(): Plugin {
  return {
    name: 'ajar:only-web-sockets',
    apply: 'build',
    enforce: 'pre',
    transform: (_code, id) =>
      transports.test(id)
        ? { code: "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };", map: null }
        : null,
  };
}
