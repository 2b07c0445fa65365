import { encounterId } from '@ajar/shared';
import { lazy } from 'react';
import { admissionFor } from '../live/index.ts';

const load = () => import('../call/index.ts');

/** The call is half of this client's code: it has a chunk of its own. */
export const CallScreen = lazy(() => load().then((call) => ({ default: call.CallScreen })));

/** Fetches the call's code while nothing else is going on, so that walking in is instant. */
export function preloadCallWhenIdle(): void {
  const preload = () => void load().catch(() => undefined);
  if ('requestIdleCallback' in window) window.requestIdleCallback(preload, { timeout: 4_000 });
  else setTimeout(preload, 1_500);
}

/** The encounter of a call's address, or `null`. */
export function encounterOf(path: string): ReturnType<typeof encounterId.parse> | null {
  const [, id] = /^\/call\/([^/]+)\/?$/.exec(path) ?? [];
  const parsed = encounterId.safeParse(id);
  return parsed.success ? parsed.data : null;
}

/** A page opened at a call's address asks for the way in while the code still loads. A failure is met again by the call screen. */
export function hurryToCall(path: string): void {
  const encounter = encounterOf(path);
  if (!encounter) return;
  void load().catch(() => undefined);
  void admissionFor(encounter).catch(() => undefined);
}
