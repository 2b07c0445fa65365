import type { MyPassing } from '@ajar/shared';
import { createElement, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

type Part = typeof import('./PassingPart.tsx').PassingPart;

/**
 * Up for a chat, and who is passing by. Not needed for the first look at the corridor: it comes when nothing else goes
 * on, or at once when somebody is on or being asked.
 */
export function Passing({ passing }: { passing: MyPassing }) {
  const [Part, setPart] = useState<Part | null>(null);
  const wanted = passing.until !== null || passing.offer !== null;
  useEffect(() => {
    if (Part) return;
    const load = () =>
      void import('./PassingPart.tsx').then(
        (part) => setPart(() => part.PassingPart),
        () => undefined,
      );
    return wanted ? load() : whenIdle(load);
  }, [Part, wanted]);
  return <div className="passing">{Part && createElement(Part, { passing })}</div>;
}
