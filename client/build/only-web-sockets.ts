import type { Plugin } from 'vite';

const transports = /\/engine\.io-client\/build\/esm\/transports\/index\.js$/;
/** Exported again by name, and looks about in the page as soon as it is loaded: a bundler keeps it. */
const polling = /\/engine\.io-client\/build\/esm\/transports\/polling-xhr\.js$/;

/** Leaves out of the pages the ways to reach the hub that it does not offer: long polling and WebTransport. */
export function onlyWebSockets(): Plugin {
  return {
    name: 'ajar:only-web-sockets',
    apply: 'build',
    enforce: 'pre',
    transform(_code, id) {
      if (polling.test(id)) return { code: 'export class XHR {}', map: null };
      return transports.test(id)
        ? { code: "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };", map: null }
        : null;
    },
  };
}
