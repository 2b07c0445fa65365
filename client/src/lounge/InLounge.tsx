import './en.ts';
import './lounge.css';
import type { MyVisit } from '@ajar/shared';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Brought } from '../bringing/index.ts';
import { useLive } from '../live/index.ts';
import { YourTurn } from '../turns/index.ts';
import { useWaitsFor } from './visits.ts';

/** In the call of a lounge: one's place in line, and the one press when one's turn comes. */
export function InLounge() {
  const { t } = useTranslation('lounge');
  const visits = useLive((state) => state.corridor?.mine.visits);
  const brought = useLive((state) => state.corridor?.mine.brought) ?? [];
  if (!visits || visits.length + brought.length === 0) return null;
  const told = visits.filter(({ comeInFor, missed }) => missed || comeInFor !== null);
  const others = visits.filter((visit) => !told.includes(visit));
  return (
    <div className="in-lounge">
      {brought.length > 0 && (
        <Suspense>
          <Brought brought={brought} />
        </Suspense>
      )}
      {told.length > 0 && (
        <Suspense>
          <YourTurn visits={told} />
        </Suspense>
      )}
      {others.length > 0 && (
        <ul aria-label={t('label')}>
          {others.map((visit) => (
            <Place key={visit.visitId} visit={visit} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Place({ visit }: { visit: MyVisit }) {
  const { t } = useTranslation('lounge');
  const name = useWaitsFor(visit);
  const before = (visit.place ?? 1) - 1;
  return <li>{before > 0 ? t('before', { name, count: before }) : t('next', { name })}</li>;
}
