import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What the page's head holds: each link, as its address. */
let head: string[];
let serverUp: boolean;
/** What the server no longer has. */
let gone: ReadonlySet<string>;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  head = [];
  serverUp = true;
  gone = new Set();
  vi.stubGlobal('fetch', async () => {
    if (!serverUp) throw new TypeError('Failed to fetch');
    return new Response();
  });
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (selector.includes('/assets/first.css') ? {} : null),
    createElement: () => ({
      remove(this: Link) {
        head = head.filter((href) => href !== this.href);
      },
    }),
    head: {
      append(link: Link) {
        head.push(link.href);
        queueMicrotask(() => (serverUp && !gone.has(link.href) ? link.onload : link.onerror)?.());
      },
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a part comes with its styles, once', async () => {
  const { fetchPart } = await import('./index.ts');
  const files = ['assets/first.css', 'assets/part.css', 'assets/shared.js'];
  await expect(fetchPart(async () => 'part', files)).resolves.toBe('part');
  await fetchPart(async () => 'another', files);
  expect(head.toSorted()).toEqual(['/assets/part.css', '/assets/shared.js']);
});

test('a part asked for while the server is away waits until it is back, styles included', async () => {
  const { fetchPart } = await import('./index.ts');
  serverUp = false;
  const load = vi.fn(async () => {
    if (!serverUp) throw new TypeError('Failed to fetch dynamically imported module');
    return 'part';
  });
  const settled = vi.fn();
  const part = fetchPart(load, ['assets/part.css']).finally(settled);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(settled).not.toHaveBeenCalled();
  expect(head).toEqual([]);
  serverUp = true;
  await vi.advanceTimersByTimeAsync(2_000);
  await expect(part).resolves.toBe('part');
  expect(head).toEqual(['/assets/part.css']);
});

test('a part waits for the words it needs besides', async () => {
  const { fetchPart } = await import('./index.ts');
  let come = () => {};
  fetchPart.words = () => new Promise((resolve) => (come = resolve));
  const settled = vi.fn();
  const part = fetchPart(async () => 'part').finally(settled);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(settled).not.toHaveBeenCalled();
  come();
  await expect(part).resolves.toBe('part');
});

test('what a server that answers does not have is given up', async () => {
  const { fetchPart } = await import('./index.ts');
  gone = new Set(['/assets/old.css']);
  const styled = expect(fetchPart(async () => 'part', ['assets/old.css'])).rejects.toThrow('did not come');
  const load = vi.fn(() => Promise.reject(new TypeError('gone')));
  const loaded = expect(fetchPart(load)).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(10_000);
  await styled;
  await loaded;
  expect(load).toHaveBeenCalledTimes(3);
});

interface Link {
  href: string;
  onload?: () => void;
  onerror?: () => void;
}
