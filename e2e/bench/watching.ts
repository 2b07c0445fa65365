import { io, type Socket } from 'socket.io-client';

/*
 * Many people who watch a corridor, as a process of their own: each a socket that says only WebSocket. The parent asks one
 * thing at a time and waits for the answer.
 */

export type Ask =
  | { ask: 'connect'; url: string; cookies: readonly string[] }
  /** `by`: whose door it is, counted among all that connected. */
  | { ask: 'set'; by: number; doorId: string; state: 'open' | 'ajar' };

/** `times` in ms, one a socket: until its first whole corridor, or from the request to the change. `bytes`: what came. */
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
  const work = message.ask === 'connect' ? connect(message) : set(message);
  work.then(answer, (cause: unknown) => answer({ failed: String(cause) }));
});
process.once('disconnect', () => process.exit());

function answer(what: Answer): void {
  process.send?.(what);
}

async function connect({ url, cookies }: Extract<Ask, { ask: 'connect' }>): Promise<Answer> {
  const began = performance.now();
  const added = cookies.map((cookie): Watcher => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
    const watcher: Watcher = { socket, bytes: 0 };
    socket.io.on('open', () => {
      socket.io.engine.on('packet', ({ data }) => {
        if (typeof data === 'string') watcher.bytes += Buffer.byteLength(data) + 1;
      });
    });
    return watcher;
  });
  watchers.push(...added);
  const times = await each(added, ({ socket }, done) => {
    socket.once('snapshot', () => done(performance.now() - began));
  });
  return { times, bytes: taken(added) };
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
