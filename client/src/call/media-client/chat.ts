import type { MemberId, Said } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import type { Ask } from './signalling.ts';
import type { ReadonlyStore } from './state.ts';

export interface ChatState {
  /** Since one came in, oldest first. They are kept nowhere but here. */
  messages: readonly Said[];
  open: boolean;
  /** Messages of others that came while it was closed. */
  unread: number;
}

export interface ChatOptions {
  ask: Ask;
  /** Oneself, once known. */
  me: () => MemberId | undefined;
  /** There is something new by this person, and the chat is closed. Told of the first alone, until it has been opened. */
  onUnread: (memberId: MemberId) => void;
}

/** How many messages are kept on screen; the oldest go first. */
const mostKept = 500;

/** What is written in the call: gone with it, and with this page. */
export class Chat {
  readonly #store = createStore<ChatState>(() => ({ messages: [], open: false, unread: 0 }));
  readonly #options: ChatOptions;

  constructor(options: ChatOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<ChatState> {
    return this.#store;
  }

  setOpen(open: boolean): void {
    this.#store.setState({ open, unread: 0 });
  }

  said(message: Said): void {
    this.#store.setState(({ messages }) => ({ messages: [...messages, message].slice(-mostKept) }));
    this.came(message.memberId);
  }

  /** Something new by this person. */
  came(memberId: MemberId): void {
    const { open, unread } = this.#store.getState();
    if (open || memberId === this.#options.me()) return;
    this.#store.setState({ unread: unread + 1 });
    if (unread === 0) this.#options.onUnread(memberId);
  }

  /** @throws AjarError what the node answered. */
  async say(text: string): Promise<void> {
    await this.#options.ask('say', { text });
  }
}
