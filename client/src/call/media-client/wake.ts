/** What the machine under the page goes through, as far as a call must know. */
export interface WakeEvents {
  /** The network came back, perhaps another one: every connection is suspect. */
  onOnline: () => void;
  /** The page was woken: look at every connection now. */
  onWake: () => void;
  onOffline: () => void;
}

/** Follows the browser's network and visibility events until `signal` ends it. */
export function watchWake({ onOnline, onWake, onOffline }: WakeEvents, signal: AbortSignal): void {
  window.addEventListener('online', onOnline, { signal });
  window.addEventListener('offline', onOffline, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && onWake(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onWake(), { signal });
}
