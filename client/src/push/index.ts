import { lazy } from 'react';

/** The line in one's own menu that turns push messages on and off in this browser. */
export const PushItem = lazy(() => import('./PushItem.tsx').then((item) => ({ default: item.PushItem })));

/**
 * Lets this browser be told things while no page of ours is open. Call it from a press that has said what it is for: the
 * browser asks its own question now, and only right after a press.
 * @throws AjarError in words for the person: cannot, may not, or no answer.
 */
export async function turnOnPush(): Promise<void> {
  const answer = 'Notification' in window ? Notification.requestPermission() : 'denied';
  const { subscribe } = await import('./subscription.ts');
  await subscribe(await answer);
}

/** This browser is told nothing any more. @throws AjarError */
export async function turnOffPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/');
  if (!registration) return;
  const { unsubscribe } = await import('./subscription.ts');
  await unsubscribe(registration);
}
