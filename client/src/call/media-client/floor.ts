import type { FloorSeen, Knocker, MemberId, Moderated, Moderation, Reaction } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import type { LocalMedia } from './local-media.ts';
import type { Ask } from './signalling.ts';
import type { ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';

/** What others did of late, to be said once: gathered for a moment, so that a lively room does not chatter. */
export interface Heard {
  /** Who raised a hand. */
  hands: readonly MemberId[];
  reactions: readonly { memberId: MemberId; reaction: Reaction }[];
  /** Who wrote something that has not been seen. */
  writers: readonly MemberId[];
}

export interface FloorState {
  /** Nobody new comes in. */
  locked: boolean;
  /** Whose hands are up, in the order they were raised. */
  hands: readonly MemberId[];
  /** Who waits before the locked room; only moderators see them. */
  knocking: readonly Knocker[];
  /** What whoever moderates has just done to oneself. */
  news: Moderated | null;
  /** What each person shows just now. */
  reactions: ReadonlyMap<MemberId, Reaction>;
  heard: Heard;
}

const nothing: Heard = { hands: [], reactions: [], writers: [] };

const emptyFloor: FloorState = {
  locked: false,
  hands: [],
  knocking: [],
  news: null,
  reactions: new Map(),
  heard: nothing,
};

/**
 * How long news of oneself and a reaction are shown, and what others did is gathered before it is said, and then stands, so that the
 * same is heard when it happens again; in ms.
 */
const newsLast = 15_000;
const reactionLasts = 5_000;
const gather = 1_200;
const heardStands = 5_000;

export interface FloorOptions {
  ask: Ask;
  /** Not owned. */
  local: Pick<LocalMedia, 'setMuted' | 'stopSharing'>;
  /** Oneself, once known. */
  me: () => MemberId | undefined;
}

/**
 * What goes on in the call besides media, as the node tells it: who decides, whose hand is up, who shows what. Ends with
 * `close`.
 */
export class Floor {
  readonly #store = createStore<FloorState>(() => emptyFloor);
  readonly #options: FloorOptions;
  readonly #timers = new Timers<'news' | 'heard' | 'over' | `reaction ${MemberId}`>();
  #gathered: Heard = nothing;

  constructor(options: FloorOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<FloorState> {
    return this.#store;
  }

  /** Came in, again or for the first time: who was muted meanwhile stays so. */
  entered({ locked, hands, knocking, muted }: FloorSeen): void {
    if (muted) this.#options.local.setMuted(true);
    this.#store.setState({ locked, hands, knocking });
  }

  changed({ locked, hands, knocking }: FloorSeen): void {
    const before = this.#store.getState().hands;
    const raised = hands.filter((memberId) => !before.includes(memberId) && memberId !== this.#options.me());
    this.#store.setState({ locked, hands, knocking });
    if (raised.length > 0) this.#hear({ ...this.#gathered, hands: [...this.#gathered.hands, ...raised] });
  }

  reacted({ memberId, reaction }: { memberId: MemberId; reaction: Reaction }): void {
    this.#show(memberId, reaction);
    this.#timers.set(`reaction ${memberId}`, reactionLasts, () => this.#show(memberId, null));
    if (memberId === this.#options.me()) return;
    const others = this.#gathered.reactions.filter((one) => one.memberId !== memberId);
    this.#hear({ ...this.#gathered, reactions: [...others, { memberId, reaction }] });
  }

  wrote(memberId: MemberId): void {
    this.#hear({ ...this.#gathered, writers: [...this.#gathered.writers, memberId] });
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

  /** Raises or lowers one's own hand. @throws AjarError what the node answered. */
  async setHand(up: boolean): Promise<void> {
    await this.#options.ask('setHand', { up });
  }

  /** @throws AjarError what the node answered, such as `too-many-requests`. */
  async react(reaction: Reaction): Promise<void> {
    await this.#options.ask('react', { reaction });
  }

  close(): void {
    this.#timers.clear();
  }

  #show(memberId: MemberId, reaction: Reaction | null): void {
    const reactions = new Map(this.#store.getState().reactions);
    if (reaction) reactions.set(memberId, reaction);
    else reactions.delete(memberId);
    this.#store.setState({ reactions });
  }

  #hear(heard: Heard): void {
    this.#gathered = heard;
    this.#timers.start('heard', gather, () => {
      this.#store.setState({ heard: this.#gathered });
      this.#gathered = nothing;
      this.#timers.set('over', heardStands, () => this.#store.setState({ heard: nothing }));
    });
  }
}
