import './en.ts';
import './lounge.css';
import type { MyVisit } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BringSomeone } from '../bringing/index.ts';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { firstName, listOfNames } from '../words/index.ts';
import { useWaitsFor } from './visits.ts';

/** What one may do in line besides waiting alone. */
export function WhileYouWait() {
  const { t } = useTranslation('lounge');
  const visits = useLive((state) => state.corridor?.mine.visits) ?? [];
  const encounter = useLive((state) => state.corridor?.mine.encounter);
  if (encounter?.kind === 'lounge') {
    return (
      <section className="banner" aria-label={t('while')}>
        <p>{t('inOne')}</p>
        <Link className="button" data-variant="primary" href={`/call/${encounter.encounterId}`}>
          {t('back')}
        </Link>
      </section>
    );
  }
  return (
    <section className="while-you-wait" aria-label={t('while')}>
      {!encounter && visits.map((visit) => <WaitTogether key={visit.visitId} visit={visit} />)}
    </section>
  );
}

function WaitTogether({ visit }: { visit: MyVisit }) {
  const { t } = useTranslation('lounge');
  const mentor = useWaitsFor(visit);
  const waiting = useLive(({ corridor }) => corridor?.doors.find((door) => door.doorId === visit.doorId)?.waiting);
  const { mutate, isPending } = useMutation({ mutationFn: () => live.waitTogether(visit.visitId) });
  const { lounge, comeInFor } = visit;
  const kind = useLive(({ corridor }) => corridor?.doors.find((door) => door.doorId === visit.doorId)?.kind);
  const mayMeetOthers = lounge.length > 0 || (waiting ?? 0) > 1;
  if (comeInFor !== null || (!mayMeetOthers && kind !== 'single')) return null;
  const names = listOfNames(lounge.map((person) => firstName(person.name)));
  return (
    <div className="banner">
      {mayMeetOthers && (
        <>
          <p>{names ? t('inside', { names, mentor, count: lounge.length }) : t('nobody', { mentor })}</p>
          <Button aria-description={t('hint')} isPending={isPending} onPress={() => mutate()}>
            {t('step')}
          </Button>
        </>
      )}
      {kind === 'single' && (
        <Suspense>
          <BringSomeone visit={visit} mentor={mentor} />
        </Suspense>
      )}
    </div>
  );
}
