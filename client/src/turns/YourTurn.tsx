import './en.ts';
import type { MyVisit } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { firstName } from '../words/index.ts';

/** What is told of one's turn at a door: that it has come, or that it was missed and nothing is lost. */
export function YourTurn({ visits }: { visits: readonly MyVisit[] }) {
  const { t } = useTranslation('turns');
  return (
    <section aria-label={t('label')}>
      {visits.map((visit) =>
        visit.comeInFor === null ? (
          visit.missed && <Missed key={visit.visitId} visit={visit} />
        ) : (
          <Called key={visit.visitId} visit={visit} comeInFor={visit.comeInFor} />
        ),
      )}
    </section>
  );
}

function Called({ visit, comeInFor }: { visit: MyVisit; comeInFor: number }) {
  const { t } = useTranslation('turns');
  const left = useSecondsLeft(comeInFor);
  const { mutate, isPending } = useMutation({ mutationFn: () => live.comeIn(visit.visitId) });
  return (
    <div className="banner">
      <p role="status">{t('now', { name: firstName(visit.mentorName) })}</p>
      {/* The count runs every second, which nobody wants read aloud. */}
      <p>{t('left', { left: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` })}</p>
      <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
        {t('comeIn')}
      </Button>
    </div>
  );
}

function Missed({ visit }: { visit: MyVisit }) {
  const { t } = useTranslation('turns');
  const { mutate, isPending } = useMutation({ mutationFn: () => live.backInLine() });
  return (
    <div className="banner">
      <p role="status">{t('missed', { name: firstName(visit.mentorName) })}</p>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('here')}
      </Button>
    </div>
  );
}

/** Whole seconds until so many ms from when they were told are over, however late this is shown. This clock may be off: only its pace counts. */
function useSecondsLeft(ms: number): number {
  const told = useLive((state) => state.mineAt);
  const [left, setLeft] = useState(() => Math.max(0, told + ms - performance.now()));
  useEffect(() => {
    const end = told + ms;
    const count = () => setLeft(Math.max(0, end - performance.now()));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [ms, told]);
  return Math.ceil(left / 1_000);
}
