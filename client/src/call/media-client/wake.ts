/** What the machine under the page goes through, as far as a call must know. */
export interface WakeEvents {
  /** The network came back, or the page was woken: look at every connection now. */
  onWake: () => void;
  onOffline: () => void;
}

/** Follows the browser's network and visibility events until `signal` ends it. */
export function watchWake({ onWake, onOffline }: WakeEvents, signal: AbortSignal): void {
  window.addEventListener('online', onWake, { signal });
  window.addEventListener('offline', onOffline, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && onWake(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onWake(), { signal });
}
