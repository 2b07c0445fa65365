import type { HoursKept, HoursTime } from '@ajar/shared';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { clock, everyWords, spanWords } from './spoken.ts';

interface HoursCardProps {
  hours: HoursKept;
  /** What these hours are called. */
  words: string;
  /** Said of them besides. Default: nothing. */
  note?: string | false;
  /** The times that are shown. Default: all that are known. */
  times?: readonly HoursTime[];
  /** What may be pressed at one time. Default: nothing. */
  atTime?: (time: HoursTime, when: string) => ReactNode;
  isPending: boolean;
  onRemove: () => void;
  /** What may be pressed besides removing them. Default: nothing. */
  children?: ReactNode;
}

/** Hours as whoever looks after them sees them: what they are, the next times, and taking them away. */
export function HoursCard({ hours, words, note, times, atTime, isPending, onRemove, children }: HoursCardProps) {
  const { t } = useTranslation('hours');
  const id = useId();
  const zone = hours.timeZone.replaceAll('_', ' ');
  const isElsewhere = hours.timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <article className="page-card hours-card" aria-labelledby={id}>
      <h3 id={id}>{words}</h3>
      {isElsewhere && <p>{t('kept.zone', { zone })}</p>}
      {note && <p>{note}</p>}
      <ul className="hours-times" aria-label={t('kept.next', { hours: words })}>
        {(times ?? hours.next).map((time) => {
          const when = t('span', { from: timeInWords(time.startsAt), to: clock(time.endsAt) });
          return (
            <li key={time.on} data-not={time.not ?? undefined}>
              <span>{when}</span>
              {time.not && (
                <span className="hours-not">{t(time.not === 'skipped' ? 'kept.skipped' : 'kept.dayOff')}</span>
              )}
              {atTime?.(time, when)}
            </li>
          );
        })}
      </ul>
      <div className="hours-presses">
        {children}
        <Button aria-label={t('kept.removeOf', { hours: words })} isPending={isPending} onPress={onRemove}>
          {t('kept.remove')}
        </Button>
      </div>
    </article>
  );
}

interface RemovedProps {
  /** The hours just taken away, in words; `null`: none. */
  words: string | null;
  isPending: boolean;
  onUndo: () => void;
}

/** Said after hours were taken away, for as long as that can be taken back here. */
export function RemovedHours({ words, isPending, onUndo }: RemovedProps) {
  const { t } = useTranslation('hours');
  return (
    <div role="status" className="hours-presses">
      {words !== null && (
        <>
          <p>{t('kept.removed', { hours: words })}</p>
          <Button isPending={isPending} onPress={onUndo}>
            {t('kept.undo')}
          </Button>
        </>
      )}
    </div>
  );
}

/** `Thursdays 16:00 to 17:00`, by the clock of who looks. */
export function useTitle(hours: HoursKept): string {
  const { t } = useTranslation('hours');
  const [first] = hours.next;
  if (!first) return t('kept.once');
  const rule = hours.rule?.toUpperCase();
  if (!rule) return `${t('kept.once')}, ${spanWords(t, first)}`;
  const often = rule.includes('MONTHLY')
    ? 'month'
    : rule.includes('DAILY')
      ? 'day'
      : /INTERVAL=[2-9]/.test(rule)
        ? 'fortnight'
        : 'week';
  return `${everyWords(t, often, first.startsAt)} ${spanWords(t, first)}`;
}
