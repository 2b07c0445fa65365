/*
 * The service worker: shows what was pushed and brings the person to it. It serves and keeps no page of ours, so nobody
 * ever sees an old one because of it.
 */

/** As much of a service worker's world as is used here; TypeScript's DOM library knows pages only. */
interface Worker {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: (event: Lasting) => void): void;
  addEventListener(type: 'push', listener: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Pressed) => void): void;
}
interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null;
}
interface Pressed extends Lasting {
  readonly notification: Notification;
}

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('push', (event) => {
  const { title, body, tag, path } = messageOf(event);
  const options = { body, tag, icon: '/icon-192.png', badge: '/badge-96.png', data: path };
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(event.notification.data));
});

/** Browsers insist that something is shown for every push: what cannot be read still leads to the corridor. */
function messageOf({ data }: Pushed): Record<'title' | 'body' | 'tag' | 'path', string> {
  const message: unknown = data?.json();
  const given = typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
  const text = (name: string, otherwise: string) => (typeof given[name] === 'string' ? given[name] : otherwise);
  return { title: text('title', 'Ajar'), body: text('body', ''), tag: text('tag', 'ajar'), path: text('path', '/') };
}

/** A window that is there already comes forward; one that shows something else, perhaps a call, is left as it is. */
async function goTo(path: unknown): Promise<void> {
  const { origin } = worker.location;
  const url = new URL(typeof path === 'string' ? path : '/', origin);
  if (url.origin !== origin) return;
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((window) => window.url === url.href);
  await (there ? there.focus() : worker.clients.openWindow(url.href));
}
