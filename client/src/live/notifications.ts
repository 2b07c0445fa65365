import { createStore } from 'zustand/vanilla';

/** Remembers in this browser that the person said no to our question. */
const SAID_NO = 'ajar:no-notifications';

function mayAsk(): boolean {
  return (
    typeof Notification !== 'undefined' &&
    Notification.permission === 'default' &&
    window.localStorage.getItem(SAID_NO) === null
  );
}

const store = createStore<{ open: boolean }>(() => ({ open: typeof window !== 'undefined' && mayAsk() }));

/** The page's own question whether to notify, asked in words before the browser asks in its way. */
export const notificationQuestion = {
  store: store as Pick<typeof store, 'getState' | 'getInitialState' | 'subscribe'>,
  /** Opens the browser's own question. */
  async yes(): Promise<void> {
    await Notification.requestPermission();
    store.setState({ open: false });
  },
  no(): void {
    window.localStorage.setItem(SAID_NO, '1');
    store.setState({ open: false });
  },
};

/** Shows words outside the page, if that is allowed and the person looks elsewhere. Pressing it brings the page forward. */
export function notify(words: string): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || !document.hidden) return;
  try {
    const notification = new Notification(words, { tag: 'ajar', icon: '/door.svg' });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
  } catch {
    // Chrome on Android allows notifications from service workers only; the sound and the tab's title remain.
  }
}
