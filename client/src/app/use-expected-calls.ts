import { doorChoice } from '@ajar/shared';
import { useEffect } from 'react';
import { type LiveState, live, useLive } from '../live/index.ts';
import { beginCall, expectCall } from './call-screen.ts';

/** How often what is kept ready for a call is asked for again, in ms. */
const again = 60_000;

/** Keeps ready what a call needs while one may come any moment, and when a hand or the focus is on a press that leads to one. */
export function useExpectedCalls(): void {
  useEffect(() => live.beforeCall(beginCall), []);
  const expected = useLive(isExpected);
  const possible = useLive(isPossible);
  useEffect(() => {
    if (!expected && !possible) return undefined;
    // Where nothing is under way a call begins with a press, for which somebody has to be at the page.
    let later: ReturnType<typeof setTimeout> | undefined;
    const expect = () => {
      clearTimeout(later);
      if (!expected && !document.hasFocus()) return;
      const wait = expectCall();
      if (wait > 0) later = setTimeout(expect, wait);
    };
    const stop = new AbortController();
    expect();
    const timer = setInterval(expect, again);
    window.addEventListener('focus', expect, stop);
    return () => {
      clearTimeout(later);
      clearInterval(timer);
      stop.abort();
    };
  }, [expected, possible]);
  useEffect(() => {
    const stop = new AbortController();
    for (const moment of ['pointerover', 'focusin']) {
      document.addEventListener(moment, ({ target }) => aboutToCall(target) && expectCall(), stop);
    }
    return () => stop.abort();
  }, []);
}

/** One's door stands open, one waits for one's turn, or one sits at the coffee table; and one is in no call yet. */
function isExpected({ corridor }: LiveState): boolean {
  if (!corridor || corridor.mine.encounter) return false;
  const { doorState, visits, seat } = corridor.mine;
  return doorState !== 'closed' || visits.length > 0 || seat !== null;
}

/** One could walk in somewhere. */
function isPossible({ corridor }: LiveState): boolean {
  if (!corridor || corridor.mine.encounter) return false;
  return corridor.doors.some((door) => doorChoice(door) === 'walk-in');
}

function aboutToCall(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-leads-to-call]') !== null;
}
