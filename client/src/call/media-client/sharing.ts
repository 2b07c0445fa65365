import type { StoreApi } from 'zustand/vanilla';
import type { LocalState } from './local-state.ts';
import { type Shows, showing } from './sources.ts';

/** What browsers know of sharing beyond what TypeScript does (W3C Screen Capture, sections 5.4 and 6.1). */
interface DisplayOptions extends DisplayMediaStreamOptions {
  audio: MediaTrackConstraints & { restrictOwnAudio: boolean };
  systemAudio: 'include';
  surfaceSwitching: 'include';
}

/** With its sound where the browser has it, but never with the voices of the call, which would come back as an echo. */
const displayOptions: DisplayOptions = {
  video: { frameRate: { ideal: 30, max: 30 } },
  audio: { restrictOwnAudio: true },
  systemAudio: 'include',
  surfaceSwitching: 'include',
};

export interface SharingOptions {
  store: StoreApi<LocalState>;
  /** A track of the screen comes in or goes. */
  put: (source: 'screen' | 'screen-audio', track: MediaStreamTrack | null) => void;
  /** Ends it. */
  signal: AbortSignal;
}

/** One's own screen, or a window of it, while it is shared with its sound. */
export class Sharing {
  readonly #options: SharingOptions;

  constructor(options: SharingOptions) {
    this.#options = options;
  }

  /** Asks for a screen or window; must be called from a press. A person who changes their mind shares nothing. */
  async begin(): Promise<void> {
    const { store, put, signal } = this.#options;
    const { screen: now } = store.getState();
    if (now !== 'off' && now !== 'failed') return;
    store.setState({ screen: 'asking' });
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia(displayOptions);
      if (signal.aborted) return stop(stream);
      const [screen] = stream.getVideoTracks();
      const [sound] = stream.getAudioTracks();
      screen?.addEventListener('ended', () => this.end(), { signal });
      store.setState({ screen: screen ? 'on' : 'off' });
      put('screen', screen ?? null);
      put('screen-audio', sound ?? null);
      this.setShows(store.getState().shows);
    } catch (thrown) {
      store.setState({ screen: isNoThanks(thrown) ? 'off' : 'failed' });
    }
  }

  /** What is shared is for reading, or for watching; now, and the next time. */
  setShows(shows: Shows): void {
    const { store } = this.#options;
    const { screen } = store.getState().tracks;
    const { contentHint, maxFramerate } = showing[shows];
    if (screen && 'contentHint' in screen) screen.contentHint = contentHint;
    // A browser that cannot change it captures more pictures than are sent.
    screen?.applyConstraints({ frameRate: { max: maxFramerate } }).catch(() => undefined);
    store.setState({ shows });
  }

  end(): void {
    const { store, put } = this.#options;
    const { screen, tracks } = store.getState();
    if (screen !== 'on') return;
    for (const track of [tracks.screen, tracks['screen-audio']]) track?.stop();
    put('screen', null);
    put('screen-audio', null);
    store.setState({ screen: 'off' });
  }
}

/** Whether this browser can share a screen at all. */
export function mayShare(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Closing the browser's own question is an answer too. Where the system forbids it, browsers say the same, and Chromium
 * that it was the system.
 */
function isNoThanks(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'NotAllowedError' && !/system/i.test(thrown.message);
}
