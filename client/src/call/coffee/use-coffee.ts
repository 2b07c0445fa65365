import type { EncounterId, MyCoffee } from '@ajar/shared';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { live, useLive } from '../../live/index.ts';

/** The coffee of this call as it stands, and whether its bell had rung when it was last seen. */
export function useCoffee(encounterId: EncounterId | null): { coffee: MyCoffee | null; rang: boolean } {
  const mine = useLive((state) => state.corridor?.mine.coffee);
  const coffee = mine && mine.encounterId === encounterId ? mine : null;
  const rang = useRef(false);
  if (coffee) rang.current = coffee.bell;
  return { coffee, rang: rang.current };
}

/**
 * Says that this page is at the coffee's call, its preview included, so that nobody waits in vain. When nobody else came,
 * the person is back at the table, and this brings them there.
 */
export function useShowUp(encounterId: EncounterId | null, isCoffee: boolean): void {
  const [, navigate] = useLocation();
  const expected = useLive((state) => state.corridor?.mine.encounter?.encounterId ?? null);
  const again = useLive((state) => state.corridor?.mine.seat?.again ?? false);
  const wasExpected = useRef(false);
  useEffect(() => {
    if (isCoffee && encounterId) live.atCoffee(encounterId);
  }, [isCoffee, encounterId]);
  useEffect(() => {
    if (expected === encounterId) wasExpected.current = true;
    // On the way into a new call the seat may still be seen for a moment: only who was expected here was let down here.
    if (isCoffee && again && expected === null && wasExpected.current) navigate('/');
  }, [isCoffee, again, expected, encounterId, navigate]);
}
