import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const requests = new AsyncLocalStorage<string>();

/** A new id for something that begins here: an HTTP request, a socket event, a job nobody asked for. */
export function newRequestId(): string {
  return randomUUID();
}

/**
 * Runs `fn`, and everything it awaits, under this request id. Log lines and queue jobs made inside
 * carry it, so that one press of a button can be followed through HTTP, sockets and jobs.
 */
export function withRequestId<T>(id: string, fn: () => T): T {
  return requests.run(id, fn);
}

/** The id of the request being served, or undefined outside any request. */
export function currentRequestId(): string | undefined {
  return requests.getStore();
}
