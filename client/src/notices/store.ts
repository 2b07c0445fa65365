import { createStore } from 'zustand/vanilla';

export interface Notice {
  id: number;
  /** `error`: something asked for did not happen; `info`: something worth knowing. */
  kind: 'error' | 'info';
  text: string;
}

/** How many stand on screen at once; the oldest makes room. */
const MOST = 3;

let lastId = 0;

const store = createStore<{ notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Read-only: notices are changed by `tell` and `dismiss` alone. */
export const noticeStore: Pick<typeof store, 'getState' | 'getInitialState' | 'subscribe'> = store;

/** Puts words on screen. The same words twice are shown once, as the newest. */
export function tell(kind: Notice['kind'], text: string): void {
  lastId += 1;
  const others = store.getState().notices.filter((notice) => notice.text !== text);
  store.setState({ notices: [...others, { id: lastId, kind, text }].slice(-MOST) });
}

export function dismiss(id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

export function dismissAll(): void {
  store.setState({ notices: [] });
}
