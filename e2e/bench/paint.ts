import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** The longest duration of the interactions since it was last reset, in ms, as the Event Timing API has it. */
    longest: number;
    /** When the doors were first painted, in ms since navigation; 0: not yet. */
    doorsAt: number;
    /** From an event to the paint that shows what came of it, in ms; 0: not yet. */
    took: number;
    /** The door of which a message is waited for, to be seen along the wall. */
    awaited: { doorId: string; name: string } | null;
  }
}

/** Runs in a page before anything else, and watches what it paints and when. */
export function watchPaints(): void {
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      // A task right after a frame's callbacks comes after its paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  window.longest = 0;
  window.doorsAt = 0;
  window.took = 0;
  window.awaited = null;
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (interactionId > 0) window.longest = Math.max(window.longest, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  const first = new MutationObserver(() => {
    if (!document.querySelector('.hall .stand-door h2')) return;
    first.disconnect();
    painted((at) => {
      window.doorsAt = at;
    });
  });
  first.observe(document, { childList: true, subtree: true });

  let pressedAt = 0;
  const press = ({ timeStamp }: Event) => {
    pressedAt = timeStamp;
    window.took = 0;
  };
  for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, press, { capture: true });
  const result = () => document.querySelector('.find-result [role="status"]')?.textContent;
  let said = '';
  new MutationObserver(() => {
    const says = result() ?? '';
    if (says === said) return;
    said = says;
    const from = pressedAt;
    painted((at) => {
      window.took = at - from;
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });

  window.addEventListener('scroll', ({ timeStamp }) => {
    if (window.took !== 0) return;
    const isFull = () => [0.2, 0.5].every((part) => document.elementFromPoint(200, innerHeight * part)?.closest('li'));
    const look = () =>
      painted((at) => {
        if (isFull()) window.took = Math.max(1, at - timeStamp);
        else look();
      });
    look();
  });

  const lookOf = (name: string) => {
    const plates = [...document.querySelectorAll('.hall .stand-door h2')];
    return plates.find((plate) => plate.textContent === name)?.closest('li')?.dataset['look'];
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        const { awaited } = window;
        if (!awaited || typeof data !== 'string' || !data.includes(awaited.doorId)) return;
        window.awaited = null;
        const [came, before] = [performance.now(), lookOf(awaited.name)];
        const look = () =>
          painted((at) => {
            if (lookOf(awaited.name) === before) look();
            else window.took = at - came;
          });
        look();
      });
    }
  };
}

/** The longest interaction that `act` is, in ms: 16 where the browser reports none, which are too short for it to tell. */
export async function interaction(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.longest = 0;
  });
  await act();
  // Entries come some frames after the paint they tell of.
  await page.waitForTimeout(350);
  return page.evaluate(() => Math.max(16, window.longest));
}

/** What `act` takes until it can be seen, in ms. */
export async function shown(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.took = 0;
  });
  await act();
  const handle = await page.waitForFunction(() => window.took || null, null, { timeout: 30_000 });
  return (await handle.jsonValue()) ?? Number.NaN;
}
