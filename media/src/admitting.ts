import { toAjarError } from '@ajar/shared';
import type { Socket } from 'socket.io';

/** Lets a socket into a namespace once its token is read. */
export function admitting<S extends Socket>(admit: (socket: S) => Promise<void>) {
  return (socket: S, next: (refusal?: Error) => void): void => {
    admit(socket).then(
      () => next(),
      (thrown) => next(connectError(thrown)),
    );
  };
}

/** What a socket shows to be let in; `''`: nothing. */
export function tokenOf({ handshake }: Socket): string {
  const { token } = handshake.auth;
  return typeof token === 'string' ? token : '';
}

/** An error whose `data` socket.io carries to the browser's `connect_error`. */
function connectError(thrown: unknown): Error {
  const error = toAjarError(thrown);
  return Object.assign(new Error(error.message), { data: error.toWire() });
}
