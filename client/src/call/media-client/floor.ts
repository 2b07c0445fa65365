import type { FloorSeen, Knocker, MemberId, Moderated, Moderation } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import type { LocalMedia } from './local-media.ts';
import type { Ask } from './signalling.ts';
import type { ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';

export interface FloorState {
  /** Nobody new comes in. */
  locked: boolean;
  /** Whose hands are up, in the order they were raised. */
  hands: readonly MemberId[];
  /** Who waits before the locked room; only moderators see them. */
  knocking: readonly Knocker[];
  /** What whoever moderates has just done to oneself. */
  news: Moderated | null;
}

const emptyFloor: FloorState = { locked: false, hands: [], knocking: [], news: null };

/** How long news of oneself is shown, in ms. */
const newsLast = 15_000;

export interface FloorOptions {
  ask: Ask;
  /** Not owned. */
  local: Pick<LocalMedia, 'setMuted' | 'stopSharing'>;
}

/** What goes on in the call besides media, as the node tells it: who decides, and what was decided. Ends with `close`. */
export class Floor {
  readonly #store = createStore<FloorState>(() => emptyFloor);
  readonly #options: FloorOptions;
  readonly #timers = new Timers<'news'>();

  constructor(options: FloorOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<FloorState> {
    return this.#store;
  }

  /** Came in, again or for the first time: who was muted meanwhile stays so. */
  entered(floor: FloorSeen): void {
    if (floor.muted) this.#options.local.setMuted(true);
    this.changed(floor);
  }

  changed({ locked, hands, knocking }: FloorSeen): void {
    this.#store.setState({ locked, hands, knocking });
  }

  moderated(news: Moderated): void {
    if (news.act === 'muted') this.#options.local.setMuted(true);
    if (news.act === 'share-stopped') this.#options.local.stopSharing();
    this.#store.setState({ news });
    this.#timers.set('news', newsLast, () => this.#store.setState({ news: null }));
  }

  /** Only for whoever moderates; the node decides. @throws AjarError what it answered. */
  async moderate(asked: Moderation): Promise<void> {
    await this.#options.ask('moderate', asked);
  }

  close(): void {
    this.#timers.clear();
  }
}
