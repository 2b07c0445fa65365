import type { RoundKept } from '@ajar/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { useKeptRounds, useStopRound } from './queries.ts';
import { RoundForm } from './RoundForm.tsx';

/** The rounds of the programme, for its staff: make one, change one, stop one. */
export function KeptRounds({ program }: { program: string }) {
  const { t } = useTranslation('rounds');
  const { data } = useKeptRounds();
  const [open, setOpen] = useState<RoundKept | 'new' | null>(null);
  if (!data) return null;
  return (
    <section className="kept-rounds" aria-labelledby="kept-title">
      <h2 id="kept-title">{t('kept.title')}</h2>
      <p>{t('kept.under', { program })}</p>
      {data.rounds.length > 0 && (
        <ul>
          {data.rounds.map((round) => (
            <KeptRound key={round.roundId} round={round} onChange={() => setOpen(round)} />
          ))}
        </ul>
      )}
      {open ? (
        <RoundForm
          key={open === 'new' ? 'new' : open.roundId}
          round={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      ) : (
        <Button variant="primary" onPress={() => setOpen('new')}>
          {t('kept.new')}
        </Button>
      )}
    </section>
  );
}

function KeptRound({ round, onChange }: { round: RoundKept; onChange: () => void }) {
  const { t } = useTranslation('rounds');
  const [stopping, setStopping] = useState(false);
  const stop = useStopRound();
  const { name, joined, invited, next, timeZone, roundId } = round;
  const [first] = next;
  return (
    <li>
      <h3>{name}</h3>
      <p>{first && timeInWords(first, timeZone)}</p>
      <p>
        {invited ? t('kept.some', { count: invited.length }) : t('kept.everybody')} ·{' '}
        {joined === null ? t('kept.fewJoined') : t('kept.joined', { count: joined })}
      </p>
      <div className="round-presses">
        {stopping ? (
          <>
            <p role="status">{t('kept.stopping')}</p>
            <Button variant="danger" isPending={stop.isPending} onPress={() => stop.mutate(roundId)}>
              {t('kept.reallyStop')}
            </Button>
            <Button onPress={() => setStopping(false)}>{t('kept.keepIt')}</Button>
          </>
        ) : (
          <>
            <Button onPress={onChange}>{t('kept.change', { name })}</Button>
            <Button onPress={() => setStopping(true)}>{t('kept.stop', { name })}</Button>
          </>
        )}
      </div>
    </li>
  );
}
