import type { Mine } from '@ajar/shared';
import { lazy, Suspense, useEffect, useState } from 'react';
import { whenIdle } from '../passing/index.ts';

const OwnKind = lazy(() => import('./OwnKind.tsx').then((part) => ({ default: part.OwnKind })));

/** What kind one's own door is, and duty at staffed doors: at once where there is something to it, else when idle. */
export function OwnDoorKind({ mine }: { mine: Mine }) {
  const wanted = mine.room?.kind === 'shared' || mine.duties.length > 0;
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return (
    (wanted || idle) && (
      <Suspense>
        <OwnKind mine={mine} />
      </Suspense>
    )
  );
}
