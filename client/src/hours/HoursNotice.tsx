import './en.ts';
import './hours.css';
import type { MyHours } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { useLive } from '../live/index.ts';
import { useAnswerHours } from './queries.ts';
import { clock } from './spoken.ts';
import { useDeskOf } from './use-desk-of.ts';

/** `Open now?`, told in the corridor while it may be answered. */
export function HoursNotice() {
  const hours = useLive((state) => state.corridor?.mine.hours ?? null);
  return hours && <Ask hours={hours} key={hours.timeId} />;
}

function Ask({ hours }: { hours: MyHours }) {
  const { t } = useTranslation('hours');
  const answer = useAnswerHours(hours.timeId);
  const desk = useDeskOf(hours)?.title;
  const from = clock(hours.startsAt);
  const begun = hours.phase === 'closed' || new Date(hours.startsAt) <= new Date();
  const saidYes = hours.phase === 'asked' && hours.answer === 'at-the-hour';
  const words = saidYes ? 'yes' : hours.phase === 'closed' ? 'closed' : begun ? 'late' : 'asked';
  return (
    <section className="hours-notice" aria-label={t('notice.label')}>
      <p role="status">{desk ? t(`desk.${words}`, { desk, from }) : t(`notice.${words}`, { from })}</p>
      <div className="hours-presses">
        <Button
          variant={saidYes ? 'quiet' : 'primary'}
          isPending={answer.isPending}
          onPress={() => answer.mutate('now')}
        >
          {t(desk ? 'desk.goOn' : 'press.open')}
        </Button>
        {!begun && !saidYes && (
          <Button isPending={answer.isPending} onPress={() => answer.mutate('at-the-hour')}>
            {t(desk ? 'desk.atTheHour' : 'press.atTheHour', { from })}
          </Button>
        )}
        <Button isPending={answer.isPending} onPress={() => answer.mutate('not-today')}>
          {t('press.notToday')}
        </Button>
      </div>
    </section>
  );
}
