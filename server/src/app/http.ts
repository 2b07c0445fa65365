import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AjarError } from '@ajar/shared';

/** The web server while the rest starts: it holds the port, and says so to whoever asks too early. */
export type EarlyServer = {
  server: Server;
  /** The port it listens on: the one asked for, or the free one found. */
  port: number;
  /** From now on these answer. */
  serve: (listener: RequestListener) => void;
};

/**
 * Takes the port before anything is created, so that a taken one leaves nothing behind.
 * @throws AjarError `port-taken` or `port-refused` (set-up).
 */
export async function takePort(host: string, port: number): Promise<EarlyServer> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
    response.end('Ajar is starting. Try again in a moment.\n');
  };
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(whyNot(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const serve = (listener: RequestListener) => {
    answer = listener;
  };
  return { server, port: (server.address() as AddressInfo).port, serve };
}

function whyNot(cause: NodeJS.ErrnoException, host: string, port: number): AjarError {
  if (cause.code === 'EADDRINUSE') {
    const message = `PORT: ${port} is taken on ${host}. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
    return new AjarError('set-up', 'port-taken', message, { cause });
  }
  return new AjarError('set-up', 'port-refused', `HOST and PORT: cannot listen on ${host}:${port} (${cause.code}).`, {
    cause,
  });
}
