import type { Request } from 'express';
import { isLoopback } from '../settings/index.ts';

type Asked = {
  /** The other end of the connection. */
  remoteAddress: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether a request was made on this very machine: over loopback, to a loopback name, through no proxy. A proxy on the
 * same machine connects over loopback too, on behalf of the whole world.
 */
export function isLocal({ remoteAddress, headers }: Asked): boolean {
  const address = remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const host = typeof headers['host'] === 'string' ? headers['host'] : '';
  return isLoopback(address) && isLoopbackOrigin(`http://${host}`) && forwarding.every((name) => !(name in headers));
}

export function isLocalRequest({ socket, headers }: Request): boolean {
  return isLocal({ remoteAddress: socket.remoteAddress, headers });
}

/** Whether an address like `http://localhost:3000` stays on this machine. */
export function isLoopbackOrigin(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'));
}
