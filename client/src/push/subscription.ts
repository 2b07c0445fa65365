import './en.ts';
import { AjarError, pushSubscription } from '@ajar/shared';
import { call } from '../api/index.ts';
import { i18n } from '../words/index.ts';

/** Vite's own server has it as a module. */
const worker = import.meta.env.DEV ? '/src/push/sw.ts' : '/sw.js';

/** Whether this browser is told things now. */
export async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration('/');
  return registration !== undefined && (await registration.pushManager.getSubscription()) !== null;
}

/** Subscribes at the browser’s push service and hands the address to our server. @throws AjarError */
export async function subscribe(permission: NotificationPermission): Promise<void> {
  if (!('serviceWorker' in navigator && 'PushManager' in window)) {
    throw new AjarError('unavailable', 'push-unknown', i18n.t('push:unknown'));
  }
  if (permission !== 'granted') throw new AjarError('not-allowed', 'push-denied', i18n.t('push:denied'));
  const { publicKey } = await call('pushKey', {});
  const subscription = await atPushService(publicKey);
  await call('subscribe', { body: pushSubscription.parse(subscription.toJSON()) });
}

/** The server forgets first: from then on nothing is sent, whatever the push service does. @throws AjarError */
export async function unsubscribe({ pushManager }: ServiceWorkerRegistration): Promise<void> {
  const subscription = await pushManager.getSubscription();
  if (!subscription) return;
  await call('unsubscribe', { body: { endpoint: subscription.endpoint } });
  await subscription.unsubscribe();
}

async function atPushService(applicationServerKey: string): Promise<PushSubscription> {
  try {
    await navigator.serviceWorker.register(worker, { scope: '/', type: import.meta.env.DEV ? 'module' : 'classic' });
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey };
    return await pushManager.subscribe(options).catch(async (error: unknown) => {
      // One made with another key, before this Ajar got its present database.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      await (await pushManager.getSubscription())?.unsubscribe();
      return await pushManager.subscribe(options);
    });
  } catch (cause) {
    throw new AjarError('unavailable', 'push-unreachable', i18n.t('push:unreachable'), { cause });
  }
}
