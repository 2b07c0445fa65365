import './en.ts';
import './rounds.css';
import type { RoundNotice as Notice } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { clockOf, timeInWords, useSecondsUntil } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { useAnswer, useSitOut } from './queries.ts';

/** On this machine: the one time of a round that is not to be told of any more. */
const putAway = 'ajar.round-put-away';

/* A browser may keep nothing for us; then the line is away until the page is loaded again. */
function wasPutAway(): string | null {
  try {
    return window.localStorage.getItem(putAway);
  } catch {
    return null;
  }
}

function keepPutAway(occurrenceId: string): void {
  try {
    window.localStorage.setItem(putAway, occurrenceId);
  } catch {
    // Nothing to be done, and nothing lost.
  }
}

/** The round that concerns this person, told in the corridor: one line, and what they can do about it. */
export function RoundNotice() {
  const { t } = useTranslation('rounds');
  const round = useLive((state) => state.round);
  const [away, setAway] = useState(wasPutAway);
  // Whoever is invited need not answer: the line goes, and the rounds page still has it.
  const unanswered = round?.part === 'invited';
  if (!round || (unanswered && away === round.occurrenceId)) return null;
  const put = () => {
    setAway(round.occurrenceId);
    keepPutAway(round.occurrenceId);
  };
  return (
    <section className="round-notice" aria-label={t('notice.label')} data-phase={round.phase}>
      <Words round={round} />
      <div className="round-presses">
        {round.phase === 'announced' ? <Beforehand round={round} /> : <UnderWay round={round} key={round.sitting} />}
        {unanswered && <Button onPress={put}>{t('press.putAway')}</Button>}
        <Link href="/rounds">{t('press.all')}</Link>
      </div>
    </section>
  );
}

function Words({ round }: { round: Notice }) {
  const { t } = useTranslation('rounds');
  const left = clockOf(useSecondsUntil(round.until));
  const { name, part, phase } = round;
  if (phase === 'announced') {
    const which = part === 'here' ? 'expected' : part;
    return (
      <p className="round-words" role="status">
        {t(`notice.${which}`, { name, when: timeInWords(round.startsAt) })}
      </p>
    );
  }
  // The count runs every second, which nobody wants read aloud.
  return <p className="round-words">{t(`notice.${wordsOf(round)}`, { name, left })}</p>;
}

function wordsOf({ phase, part, seated, sitting, sittings }: Notice) {
  const last = sitting === sittings;
  if (phase === 'over') return 'over' as const;
  if (phase === 'gathering') return part === 'here' ? ('gatheringHere' as const) : ('gathering' as const);
  if (part !== 'here') return last && phase === 'sitting' ? ('underWayLast' as const) : ('underWay' as const);
  if (phase === 'between') return 'between' as const;
  if (seated) return last ? ('leftLast' as const) : ('left' as const);
  return last ? ('waitingLast' as const) : ('waiting' as const);
}

function Beforehand({ round }: { round: Notice }) {
  const { t } = useTranslation('rounds');
  const answer = useAnswer(round.roundId);
  const sitOut = useSitOut(round.roundId);
  const { startsAt, part } = round;
  if (part === 'invited') {
    return (
      <Button isPending={answer.isPending} onPress={() => answer.mutate({ cadence: 'once' })}>
        {t('press.joinOnce')}
      </Button>
    );
  }
  const out = part !== 'sat-out';
  return (
    <Button isPending={sitOut.isPending} onPress={() => sitOut.mutate({ startsAt, out })}>
      {t(out ? 'press.sitOut' : 'press.comeAfterAll')}
    </Button>
  );
}

function UnderWay({ round }: { round: Notice }) {
  const { t } = useTranslation('rounds');
  const here = useMutation({ mutationFn: (isHere: boolean) => live.beHere(round.occurrenceId, isHere) });
  if (round.phase === 'over') return null;
  if (round.part !== 'here') {
    return (
      <Button variant="primary" isPending={here.isPending} onPress={() => here.mutate(true)}>
        {t('press.here')}
      </Button>
    );
  }
  return (
    <>
      {round.phase === 'sitting' && !round.seated && <JoinPair round={round} />}
      <Button isPending={here.isPending} onPress={() => here.mutate(false)}>
        {t('press.notHere')}
      </Button>
    </>
  );
}

function JoinPair({ round }: { round: Notice }) {
  const { t } = useTranslation('rounds');
  const [asked, setAsked] = useState(false);
  const ask = useMutation({ mutationFn: () => live.joinPair(round.occurrenceId), onSuccess: () => setAsked(true) });
  if (asked) return <p role="status">{t('notice.asked')}</p>;
  return (
    <Button isPending={ask.isPending} onPress={() => ask.mutate()}>
      {t('press.joinPair')}
    </Button>
  );
}
