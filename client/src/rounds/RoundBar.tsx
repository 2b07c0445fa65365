import './en.ts';
import './rounds.css';
import type { RoundNotice } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { clockOf, useSecondsUntil } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { tell } from '../notices/index.ts';
import { firstName } from '../words/index.ts';

/** From so many seconds on, the end of a sitting is said and rung. */
const soonFrom = 30;

/** Where the round stands, over a call that is one of its tables. Afterwards it brings people back to the corridor. */
export function RoundBar() {
  const round = useLive((state) => state.round);
  useWayBack(round);
  if (round?.part !== 'here' || (round.phase !== 'sitting' && round.phase !== 'between')) return null;
  return <Bar round={round} />;
}

/** The round is over, or has gone on without a table for this person: the corridor is where they are then. */
function useWayBack(round: RoundNotice | null): void {
  const { t } = useTranslation('rounds');
  const [, navigate] = useLocation();
  const over = round?.part === 'here' && round.phase === 'over';
  const leftOver = round?.part === 'here' && round.phase === 'sitting' && !round.seated;
  const name = round?.name ?? '';
  useEffect(() => {
    if (over) tell('info', t('notice.over', { name }));
    if (over || leftOver) navigate('/');
  }, [over, leftOver, name, navigate, t]);
}

function Bar({ round }: { round: RoundNotice }) {
  const { t } = useTranslation('rounds');
  const seconds = useSecondsUntil(round.until);
  const { name, phase, sitting, sittings } = round;
  const soon = phase === 'sitting' && seconds <= soonFrom;
  useEffect(() => {
    if (soon) live.ringBell();
  }, [soon]);
  return (
    <section className="round-bar" aria-label={t('bar.label')} data-soon={soon || phase === 'between' || undefined}>
      {phase === 'between' ? (
        <p>{t('bar.between', { left: clockOf(seconds) })}</p>
      ) : (
        <>
          <p>
            <strong>{sittings > 1 ? t('bar.sitting', { sitting, sittings }) : t('bar.only', { name })}</strong>{' '}
            <span className="round-left">{t('bar.left', { left: clockOf(seconds) })}</span>
          </p>
          <p role="status">{soon ? t('bar.soon') : ''}</p>
        </>
      )}
      {round.asked && <Asked round={round} asked={round.asked} />}
    </section>
  );
}

function Asked({ round, asked }: { round: RoundNotice; asked: NonNullable<RoundNotice['asked']> }) {
  const { t } = useTranslation('rounds');
  const answer = useMutation({
    mutationFn: (yes: boolean) => live.letJoin(round.occurrenceId, asked.memberId, yes),
  });
  return (
    <div className="round-asked">
      <p role="status">{t('bar.asked', { name: firstName(asked.name) })}</p>
      <Button variant="primary" isPending={answer.isPending} onPress={() => answer.mutate(true)}>
        {t('press.letJoin')}
      </Button>
      <Button isPending={answer.isPending} onPress={() => answer.mutate(false)}>
        {t('press.notNow')}
      </Button>
    </div>
  );
}
