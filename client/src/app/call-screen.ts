import { type EncounterId, encounterId } from '@ajar/shared';
import { createElement, lazy, type ReactNode, useEffect, useState } from 'react';
import { admissionFor } from '../live/index.ts';

type CallModule = typeof import('../call/index.ts');

let loaded: CallModule | null = null;
/** Asked for before the code was there. */
let expected = false;
/** The call of the address the page was opened at has begun, and its screen is best drawn. */
let hurried: Promise<unknown> | undefined;

/** How long a page that was opened at a call's address stays empty at most, once its code is there, in ms. */
const mostEmpty = 400;

async function load(): Promise<CallModule> {
  loaded ??= await import('../call/index.ts');
  if (expected) expectCall();
  return loaded;
}

/**
 * The call: half of this client's code, so it has a chunk of its own. Not `React.lazy`: that shows its fallback once even
 * for code that is there, and React then holds the page back for 300 ms so that the fallback does not flicker.
 */
export function CallScreen({ encounterId }: { encounterId: EncounterId }): ReactNode {
  const [call, setCall] = useState(loaded);
  useEffect(() => {
    const drawn = load().then(async (call) => {
      await Promise.race([hurried, new Promise((resolve) => setTimeout(resolve, mostEmpty))]);
      return call;
    });
    drawn.then(setCall, (cause: unknown) =>
      setCall(() => {
        // Thrown while drawing, it reaches whoever catches what breaks there.
        throw cause;
      }),
    );
  }, []);
  return call && createElement(call.CallScreen, { encounterId });
}

/** Fetches the call's code while nothing else is going on, so that walking in is instant. */
export function preloadCallWhenIdle(): void {
  const preload = () => void load().catch(() => undefined);
  if ('requestIdleCallback' in window) window.requestIdleCallback(preload, { timeout: 4_000 });
  else setTimeout(preload, 1_500);
}

/**
 * The person is on the way to this call: it begins while its screen is still to be drawn, if its code is there.
 * @returns resolves when its screen is best drawn.
 */
export async function beginCall(encounterId: EncounterId): Promise<void> {
  await loaded?.beginCall(encounterId);
}

/**
 * A call may come within a minute: the way to the media node is opened as soon as the call's code is there.
 * @returns in how many ms it is to be asked again, because a call is just beginning; 0: not at all.
 */
export function expectCall(): number {
  expected = !loaded;
  return loaded?.expectCall() ?? 0;
}

/** The encounter of a call's address, or `null`. */
export function encounterOf(path: string): ReturnType<typeof encounterId.parse> | null {
  const [, id] = /^\/call\/([^/]+)\/?$/.exec(path) ?? [];
  const parsed = encounterId.safeParse(id);
  return parsed.success ? parsed.data : null;
}

/**
 * A page opened at a call's address asks for the way in while the code still loads, and begins the call as soon as it has
 * both: whoever may not come in is asked for no device. A failure is met again by the call screen.
 */
export function hurryToCall(path: string): void {
  const encounter = encounterOf(path);
  if (!encounter) return;
  // The connection is opened while the way in is still being asked for.
  const connecting = load().then((call) => {
    call.hurry();
    return call;
  });
  hurried = Promise.all([connecting, admissionFor(encounter)])
    .then(([call]) => call.beginCall(encounter))
    .catch(() => undefined);
}

/** The room before anybody is there. */
export const EmptyRoom = lazy(() => load().then((call) => ({ default: call.EmptyRoom })));
