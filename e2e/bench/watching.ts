import { io, type Socket } from 'socket.io-client';

/*
 * Many people who watch a corridor, as a process of their own: each a socket that says only WebSocket. The parent asks one
 * thing at a time and waits for the answer.
 */

export type Ask =
  | { ask: 'connect'; url: string; cookies: readonly string[] }
  /** `by`: whose door it is, counted among all that connected. */
  | { ask: 'set'; by: number; doorId: string; state: 'open' | 'ajar' }
  /** Waits for the whole corridor, once more, as after the server was gone. */
  | { ask: 'wait' };

/**
 * `times` in ms, one a socket: until its first whole corridor, or from the request to the change; where it was waited for,
 * when it came, in ms since the epoch. `bytes`: what came.
 */
export type Answer = { times: number[]; bytes: number[] } | { failed: string };

interface Watcher {
  socket: Socket;
  /** Bytes that came in engine.io packets since they were last asked for. */
  bytes: number;
}

/** In ms. */
const patience = 90_000;

const watchers: Watcher[] = [];

process.on('message', (message: Ask) => {
  begin(message).then(answer, (cause: unknown) => answer({ failed: String(cause) }));
});
process.once('disconnect', () => process.exit());

function begin(message: Ask): Promise<Answer> {
  if (message.ask === 'connect') return connect(message);
  return message.ask === 'set' ? set(message) : comeAgain();
}

function answer(what: Answer): void {
  process.send?.(what);
}

async function connect({ url, cookies }: Extract<Ask, { ask: 'connect' }>): Promise<Answer> {
  const began = performance.now();
  const added = cookies.map((cookie): Watcher => {
    // As the page has it.
    const again = { reconnectionDelayMax: 3_000 };
    const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie }, ...again });
    const watcher: Watcher = { socket, bytes: 0 };
    socket.io.on('open', () => {
      socket.io.engine.on('packet', ({ data }) => {
        watcher.bytes += typeof data === 'string' ? Buffer.byteLength(data) + 1 : (data?.byteLength ?? 0);
      });
    });
    return watcher;
  });
  watchers.push(...added);
  const times = await each(added, ({ socket }, done) => onWhole(socket, () => done(performance.now() - began)));
  return { times, bytes: taken(added) };
}

async function comeAgain(): Promise<Answer> {
  taken(watchers);
  const times = await each(watchers, ({ socket }, done) => onWhole(socket, () => done(Date.now())));
  return { times, bytes: taken(watchers) };
}

/** A corridor of many doors comes packed, one of few as it is. */
function onWhole(socket: Socket, came: () => void): void {
  for (const name of ['snapshot', 'packed']) socket.once(name, came);
}

async function set({ by, doorId, state }: Extract<Ask, { ask: 'set' }>): Promise<Answer> {
  taken(watchers);
  const began = performance.now();
  const seen = each(watchers, ({ socket }, done) => {
    const look = (change: Change) => {
      if (!isIt(change, doorId, state)) return;
      socket.off('changed', look);
      done(performance.now() - began);
    };
    socket.on('changed', look);
  });
  const owner = watchers[by]?.socket;
  const [reply, times] = await Promise.all([owner?.timeout(patience).emitWithAck('setDoor', { state }), seen]);
  if (reply?.ok !== true) return { failed: `the door was not set: ${JSON.stringify(reply)}` };
  return { times, bytes: taken(watchers) };
}

interface Change {
  type: string;
  door?: { doorId: string; state: string };
  changes?: Change[];
}

function isIt({ door, changes = [] }: Change, doorId: string, state: string): boolean {
  if (door) return door.doorId === doorId && door.state === state;
  return changes.some((change) => isIt(change, doorId, state));
}

/** One figure of each watcher, in their order. */
function each(all: readonly Watcher[], watch: (watcher: Watcher, done: (figure: number) => void) => void) {
  const figures = all.map(
    (watcher) =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing came within ${patience} ms`)), patience);
        watch(watcher, (figure) => {
          clearTimeout(late);
          resolve(figure);
        });
      }),
  );
  return Promise.all(figures);
}

function taken(all: readonly Watcher[]): number[] {
  return all.map((watcher) => {
    const { bytes } = watcher;
    watcher.bytes = 0;
    return bytes;
  });
}
