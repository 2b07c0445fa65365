import type { MemberId } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import { among, dueAt, type Featuring, nobodyFeatured, settled, spoke } from './featured.ts';
import type { CallState, ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';

/** A picture on the stage: somebody's face, or what they share. One's own screen is of `own`. */
export type Spot = `person ${MemberId}` | `screen ${MemberId | 'own'}`;

export interface ViewState {
  layout: 'grid' | 'speaker';
  /** What oneself wants to see large, whoever speaks. Nobody else learns of it. */
  pinned: Spot | null;
  /** Who has been speaking, with the patience that keeps the stage calm. */
  featured: MemberId | null;
  /** One points at what is shared. */
  pointing: boolean;
  /** One sees how much of the talking is one's own. */
  talkingTime: boolean;
  /** Whoever speaks is in a small window of their own. */
  apart: boolean;
}

const newView: ViewState = {
  layout: 'grid',
  pinned: null,
  featured: null,
  pointing: false,
  talkingTime: false,
  apart: false,
};

/** How one looks at the call. It is one's own: nothing of it is sent. Ends with `close`. */
export class View {
  readonly #store = createStore<ViewState>(() => newView);
  readonly #timers = new Timers<'settle'>();
  readonly #unsubscribe: () => void;
  #featuring: Featuring = nobodyFeatured;

  constructor(call: Pick<ReadonlyStore<CallState>, 'subscribe'>) {
    this.#unsubscribe = call.subscribe((now, before) => {
      if (now.participants !== before.participants) {
        const here = now.participants.map(({ memberId }) => memberId);
        this.#feature(among(this.#featuring, here));
      }
      if (now.speaker === before.speaker) return;
      // One does not look at oneself speaking.
      const speaker = now.speaker === now.me?.memberId ? null : now.speaker;
      this.#feature(spoke(this.#featuring, speaker, performance.now()));
    });
  }

  get state(): ReadonlyStore<ViewState> {
    return this.#store;
  }

  setLayout(layout: ViewState['layout']): void {
    this.#store.setState({ layout });
  }

  toggleLayout(): void {
    this.setLayout(this.#store.getState().layout === 'grid' ? 'speaker' : 'grid');
  }

  /** Pins this one in place of any other; what is pinned already is let go. */
  togglePin(spot: Spot): void {
    this.#store.setState(({ pinned }) => ({ pinned: pinned === spot ? null : spot }));
  }

  togglePointing(): void {
    this.#store.setState(({ pointing }) => ({ pointing: !pointing }));
  }

  setTalkingTime(talkingTime: boolean): void {
    this.#store.setState({ talkingTime });
  }

  setApart(apart: boolean): void {
    this.#store.setState({ apart });
  }

  /** What stood apart from the page closes with the call. */
  close(): void {
    this.setApart(false);
    this.#unsubscribe();
    this.#timers.clear();
  }

  #feature(featuring: Featuring): void {
    this.#featuring = featuring;
    const { featured } = featuring;
    if (featured !== this.#store.getState().featured) this.#store.setState({ featured });
    const due = dueAt(featuring);
    this.#timers.stop('settle');
    if (due === null) return;
    const wait = Math.max(due - performance.now(), 0);
    this.#timers.set('settle', wait, () => this.#feature(settled(this.#featuring, performance.now())));
  }
}

/** What is on the stage: the others in the order they came, oneself left out, and the screens. */
export interface OnStage {
  people: readonly MemberId[];
  screens: readonly Spot[];
}

/**
 * What stands large; empty: everybody in one grid. What is pinned comes before what is shared, and that before whoever
 * speaks. A pin of somebody who is not here for the moment keeps for when they are back.
 */
export function largeOf(
  { layout, pinned, featured }: Pick<ViewState, 'layout' | 'pinned' | 'featured'>,
  { people, screens }: OnStage,
): readonly Spot[] {
  const faces = people.map((memberId): Spot => `person ${memberId}`);
  if (pinned && [...screens, ...faces].includes(pinned)) return [pinned];
  if (screens.length > 0) return screens;
  if (layout === 'grid') return [];
  const spoken = faces.find((face) => face === `person ${featured}`) ?? faces[0];
  return spoken ? [spoken] : [];
}
