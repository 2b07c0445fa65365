import { beforeEach, expect, test, vi } from 'vitest';

const origin = 'https://ajar.example.org';
/** A script of its own, which exports nothing. */
const script: string = './sw.ts';

type Listener = (event: object) => void;

/** As much of a browser as the service worker sees: its windows, and what it does with them. */
async function workerWith(urls: readonly string[]) {
  const listeners = new Map<string, Listener>();
  const done: string[] = [];
  const windows = urls.map((url, at) => ({ url, focus: async () => void done.push(`focus ${at}`) }));
  vi.stubGlobal('self', {
    location: new URL('/sw.js', origin),
    clients: {
      matchAll: async () => windows,
      openWindow: async (url: string) => void done.push(`open ${url}`),
    },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  });
  await import(script);
  /** A press on a notification that leads to `data`. */
  const press = async (data: unknown) => {
    const work: Promise<unknown>[] = [];
    const notification = { data, close: () => void done.push('close') };
    listeners.get('notificationclick')?.({ notification, waitUntil: (one: Promise<unknown>) => work.push(one) });
    await Promise.all(work);
    return done.splice(0);
  };
  return { press };
}

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

test('a window that shows what the message is about comes forward', async () => {
  const { press } = await workerWith([`${origin}/people`, `${origin}/`]);
  expect(await press('/')).toEqual(['close', 'focus 1']);
});

test('a window that shows something else, perhaps a call, is left alone: another one opens', async () => {
  const { press } = await workerWith([`${origin}/call/1`]);
  expect(await press('/')).toEqual(['close', `open ${origin}/`]);
});

test('with no window one opens, at the corridor if the message says nothing of where', async () => {
  const { press } = await workerWith([]);
  expect(await press('/rounds')).toEqual(['close', `open ${origin}/rounds`]);
  expect(await press(undefined)).toEqual(['close', `open ${origin}/`]);
});

test('a message never leads out of the house', async () => {
  const { press } = await workerWith([]);
  expect(await press('https://elsewhere.example.org/')).toEqual(['close']);
  expect(await press('//elsewhere.example.org/')).toEqual(['close']);
});
