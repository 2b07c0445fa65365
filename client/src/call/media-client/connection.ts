import { Manager } from 'socket.io-client';

/** How a connection to a media node behaves. It is the call's own: the hub's may drop and come back without the call noticing. */
const options = {
  transports: ['websocket'],
  reconnectionDelay: 250,
  reconnectionDelayMax: 2_000,
  timeout: 8_000,
};

/** How long a connection that is kept ready waits for its call, in ms. The node ends and the page renews it meanwhile. */
const readyFor = 90_000;

let ready: { mediaUrl: string; manager: Manager; timer: ReturnType<typeof setTimeout> } | null = null;

/**
 * Opens a connection to the media node ahead of a call that may come soon, or keeps the one there is for as long again.
 * It carries nothing: who joins which room is said on it only when there is a token.
 */
export function readyConnection(mediaUrl: string): void {
  if (ready?.mediaUrl === mediaUrl) clearTimeout(ready.timer);
  else dropReady();
  const manager = ready?.manager ?? open(mediaUrl);
  ready = { mediaUrl, manager, timer: setTimeout(dropReady, readyFor) };
}

/** A connection to this node that nobody else uses: the one that is ready, or a new one. */
export function connectionTo(mediaUrl: string): Manager {
  if (ready?.mediaUrl !== mediaUrl) return open(mediaUrl);
  const { manager, timer } = ready;
  clearTimeout(timer);
  ready = null;
  return manager;
}

function dropReady(): void {
  if (!ready) return;
  clearTimeout(ready.timer);
  ready.manager.reconnection(false);
  ready.manager.engine?.close();
  ready = null;
}

function open(mediaUrl: string): Manager {
  return new Manager(mediaUrl || window.location.origin, options);
}
