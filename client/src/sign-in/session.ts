import './session-en.ts';
import { AjarError } from '@ajar/shared';
import { navigate } from 'wouter/use-browser-location';
import { z } from 'zod';
import { queryClient } from '../api/index.ts';
import { live } from '../live/index.ts';
import { dismissAll, tell } from '../notices/index.ts';
import { turnOffPush } from '../push/index.ts';
import { i18n } from '../words/index.ts';

/** Only what this page needs of better-auth's answers. */
const redirection = z.object({ url: z.string() });

/** Asks better-auth; its own client is a large package, and these three questions are plain POSTs. @throws AjarError */
async function ask(path: string, body: object): Promise<unknown> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new AjarError('unavailable', 'no-connection', i18n.t('session:noConnection'), { cause });
  });
  if (response.status === 429) throw new AjarError('too-many', 'too-many', i18n.t('session:tooMany'));
  if (!response.ok) {
    throw new AjarError('internal', 'auth-failed', i18n.t('session:failed'), {
      cause: new Error(`HTTP ${response.status} from ${path}`),
    });
  }
  return await response.json();
}

/** Mails a link that signs the person in and brings them to `to`. @throws AjarError */
export async function sendLink(email: string, to: string): Promise<void> {
  await ask('sign-in/magic-link', { email, callbackURL: to, errorCallbackURL: '/sign-in' });
}

/** Leaves for the organisation's own sign-in page. @throws AjarError */
export async function signInElsewhere(to: string): Promise<void> {
  const answer = await ask('sign-in/social', { provider: 'sso', callbackURL: to, errorCallbackURL: '/sign-in' });
  window.location.assign(redirection.parse(answer).url);
}

/** @throws AjarError */
export async function signInByPasskey(to: string): Promise<void> {
  const passkeys = await import('./passkeys.ts');
  await passkeys.signIn();
  arrive(to);
}

/** Adds a passkey of this device to the signed-in person's account. @throws AjarError */
export async function addPasskey(): Promise<void> {
  const passkeys = await import('./passkeys.ts');
  await passkeys.add();
  tell('info', i18n.t('session:passkeyAdded'));
}

/** A session has just begun: nothing known before counts. */
export function arrive(to: string): void {
  queryClient.clear();
  dismissAll();
  navigate(to, { replace: true });
}

/** @throws AjarError */
export async function signOut(): Promise<void> {
  // Who signs in here next is not told what was meant for this person.
  await turnOffPush();
  await ask('sign-out', {});
  live.close();
  queryClient.clear();
  // What this person was told is not for the next one, and would lie over the sign-in page.
  dismissAll();
  navigate('/sign-in');
}
