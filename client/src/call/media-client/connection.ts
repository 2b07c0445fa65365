import { Manager } from 'socket.io-client';
import { Standby, type StandbyOptions } from './standby.ts';

/** How a connection to a media node behaves. It is the call's own: the hub's may drop and come back without the call noticing. */
const options = {
  transports: ['websocket'],
  reconnectionDelay: 250,
  reconnectionDelayMax: 2_000,
  timeout: 8_000,
};

/** How long a connection that is kept ready waits for its call, in ms. The node ends and the page renews it meanwhile. */
const readyFor = 90_000;

interface Ready {
  mediaUrl: string;
  manager: Manager;
  standby: Standby | null;
  timer: ReturnType<typeof setTimeout>;
}

let ready: Ready | null = null;
let begun = 0;
let begunAt = Number.NEGATIVE_INFINITY;
/** How long what stands by on a connection that was taken waits for its join, in ms. */
const joinWithin = 15_000;

/** What stands by on the connection that a call has taken last. */
let taken: Pick<Ready, 'mediaUrl' | 'standby' | 'timer'> | null = null;

/**
 * Opens a connection to the media node ahead of a call that may come soon, or keeps the one there is for as long again.
 * It carries nothing: who joins which room is said on it only when there is a token.
 */
export function readyConnection(mediaUrl: string): void {
  if (ready?.mediaUrl === mediaUrl) clearTimeout(ready.timer);
  else dropReady();
  const manager = ready?.manager ?? open(mediaUrl);
  ready = { mediaUrl, manager, standby: ready?.standby ?? null, timer: setTimeout(dropReady, readyFor) };
}

/** Whether transports stand by on the connection that is kept ready, or are about to. */
export function standsBy(): boolean {
  return ready?.standby?.good ?? false;
}

/** Has transports stand by on the connection that is kept ready to this node. */
export function standBy(mediaUrl: string, more: Omit<StandbyOptions, 'manager'>): void {
  if (standsBy()) return;
  // A connection on which something stood by before would show its old token again.
  if (ready?.standby) dropReady();
  readyConnection(mediaUrl);
  if (!ready) return;
  ready.standby = new Standby({ ...more, manager: ready.manager });
}

/** How many calls have taken a connection: one that begins meanwhile wants no other made ready beside it. */
export function callsBegun(): number {
  return begun;
}

/** How long ago a call has taken a connection last, in ms. */
export function sinceCallBegan(): number {
  return performance.now() - begunAt;
}

/** The call is over: another may be made ready for at once. */
export function callEnded(): void {
  begunAt = Number.NEGATIVE_INFINITY;
}

/** A connection to this node that nobody else uses: the one that is ready, or a new one. */
export function connectionTo(mediaUrl: string): Manager {
  begun += 1;
  begunAt = performance.now();
  if (ready?.mediaUrl !== mediaUrl) return open(mediaUrl);
  const { manager, standby, timer } = ready;
  clearTimeout(timer);
  ready = null;
  dropTaken();
  // What is only half there would take from the join what it was to save.
  if (!standby?.complete) standby?.close();
  else taken = { mediaUrl, standby, timer: setTimeout(dropTaken, joinWithin) };
  return manager;
}

/**
 * What stands by on the connection that was taken last, if that is to this node; the caller closes it.
 * @returns `null`: nothing.
 */
export function standbyAt(mediaUrl: string): Standby | null {
  if (taken?.mediaUrl !== mediaUrl) return null;
  const { standby, timer } = taken;
  clearTimeout(timer);
  taken = null;
  return standby;
}

function dropTaken(): void {
  clearTimeout(taken?.timer);
  taken?.standby?.close();
  taken = null;
}

function dropReady(): void {
  if (!ready) return;
  clearTimeout(ready.timer);
  ready.standby?.close();
  ready.manager.reconnection(false);
  ready.manager.engine?.close();
  ready = null;
}

function open(mediaUrl: string): Manager {
  return new Manager(mediaUrl || window.location.origin, options);
}
