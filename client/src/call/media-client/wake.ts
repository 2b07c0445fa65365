/** What the machine under the page goes through, as far as a call must know. */
export interface WakeEvents {
  /** The network came back, or became another one, or the machine slept: every connection is suspect. */
  onOnline: () => void;
  /** The page was woken: look at every connection now. */
  onWake: () => void;
  onOffline: () => void;
}

/** How often a page looks at the clock, and a gap in ms after which the machine must have slept. */
const look = 5_000;
const slept = 25_000;

/** Follows the browser's network and visibility events until `signal` ends it. */
export function watchWake({ onOnline, onWake, onOffline }: WakeEvents, signal: AbortSignal): void {
  window.addEventListener('online', onOnline, { signal });
  window.addEventListener('offline', onOffline, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && onWake(), { signal });
  // From Wi-Fi to a phone: where both are there for a moment, the browser is never offline. Not every browser tells.
  const { connection } = navigator as Navigator & { connection?: EventTarget & { type?: string } };
  let type = connection?.type;
  connection?.addEventListener(
    'change',
    () => {
      // It also tells of every new guess at the speed.
      if (navigator.onLine && connection.type !== type) onOnline();
      type = connection.type;
    },
    { signal },
  );
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > slept) onOnline();
    last = now;
  }, look);
  signal.addEventListener('abort', () => clearInterval(timer));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onWake(), { signal });
}
