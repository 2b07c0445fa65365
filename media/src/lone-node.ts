import { once } from 'node:events';
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AjarError } from '@ajar/shared';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { HubLink } from './hub-link.ts';
import { MediaNode } from './node.ts';
import type { Settings } from './settings.ts';

/** A media node as a process of its own: its own web server for the signalling, and a link to its hub. */
export class LoneNode {
  /** Where browsers reach it. */
  readonly url: string;
  readonly #sockets: Server;
  readonly #node: MediaNode;
  readonly #link: HubLink;

  /** @throws AjarError `port-taken` (set-up) and what `MediaNode.create` throws; nothing is left running then. */
  static async create(settings: Settings, log: Logger): Promise<LoneNode> {
    let lone: LoneNode | undefined;
    const http = createServer((request, response) => answer(request, response, lone?.parts));
    const url = settings.url ?? `http://${bracketed(settings.host)}:${await listenOn(http, settings)}`;
    try {
      const node = await MediaNode.create({ ...settings, nodeId: new URL(url).host, url, log });
      lone = new LoneNode(settings, { url, http, node, log });
      return lone;
    } catch (cause) {
      http.close();
      throw cause;
    }
  }

  private constructor(
    settings: Settings,
    { url, http, node, log }: { url: string; http: HttpServer; node: MediaNode; log: Logger },
  ) {
    this.url = url;
    this.#node = node;
    this.#sockets = openSockets(http, settings.appOrigins);
    node.attach(this.#sockets);
    this.#link = HubLink.create({ hubUrl: settings.hubUrl, node, secret: settings.secret, log });
  }

  /** What works: every worker is alive, the hub knows this node. */
  get parts(): { workers: boolean; hub: boolean } {
    return { workers: this.#node.ready, hub: this.#link.connected };
  }

  async close(): Promise<void> {
    await this.#link.close();
    await this.#node.close();
    await this.#sockets.close();
  }
}

/** `/healthz`: the process is up. `/readyz`: every part of it works. The rest is socket.io's. */
function answer({ url }: IncomingMessage, response: ServerResponse, parts?: LoneNode['parts']): void {
  if (url?.startsWith('/socket.io/')) return;
  const ready = parts !== undefined && Object.values(parts).every(Boolean);
  const [status, body] =
    url === '/healthz'
      ? [200, { ok: true }]
      : url === '/readyz'
        ? [ready ? 200 : 503, { ok: ready, ...parts }]
        : [404, { ok: false }];
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * WebSocket only: long polling would need sticky sessions for nothing. Browsers do not apply CORS to WebSockets, so the
 * page's origin is checked here; who is no browser sends none, and needs a token all the same.
 */
function openSockets(http: HttpServer, appOrigins: readonly string[]): Server {
  return new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    // A lost connection is noticed within ten seconds, on both sides, and found again for two minutes.
    pingInterval: 5_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 256 * 1024,
    connectionStateRecovery: { maxDisconnectionDuration: 120_000 },
    allowRequest: ({ headers }, answer) => {
      const allowed = headers.origin === undefined || appOrigins.includes(headers.origin);
      answer(allowed ? null : 'origin not allowed', allowed);
    },
  });
}

/** @returns the port. */
async function listenOn(http: HttpServer, { host, port }: Settings): Promise<number> {
  try {
    http.listen(port, host);
    await once(http, 'listening');
    return (http.address() as AddressInfo).port;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new AjarError('set-up', 'port-taken', `Port ${port} on ${host} is taken. Set PORT to a free one.`, {
        cause,
      });
    }
    throw new AjarError('set-up', 'listen-failed', `Cannot listen on ${host}:${port}: ${String(cause)}`, { cause });
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
