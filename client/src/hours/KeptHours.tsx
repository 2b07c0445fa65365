import type { HoursId, HoursKept, HoursTime, RouteReply } from '@ajar/shared';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { HoursForm } from './HoursForm.tsx';
import { useSkip, useStopHours } from './queries.ts';
import { clock, everyWords, spanWords } from './spoken.ts';

type Desks = RouteReply<'hours'>['desks'];

type Removed = { hoursId: HoursId; words: string };

/** The hours one holds, each with its next times, and the form to make or change one. */
export function KeptHours({ hours, desks }: { hours: readonly HoursKept[]; desks: Desks }) {
  const { t } = useTranslation('hours');
  const [form, setForm] = useState<HoursId | 'new' | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const stop = useStopHours();
  const close = () => setForm(null);
  const remove = (gone: Removed) =>
    stop.mutate({ hoursId: gone.hoursId, stopped: true }, { onSuccess: () => setRemoved(gone) });
  const undo = ({ hoursId }: Removed) =>
    stop.mutate({ hoursId, stopped: false }, { onSuccess: () => setRemoved(null) });
  return (
    <section className="hours-kept" aria-labelledby="kept-hours">
      <h2 id="kept-hours">{t('kept.title')}</h2>
      {hours.length === 0 && !removed && <p>{t('kept.none')}</p>}
      {hours.map((each) =>
        form === each.hoursId ? (
          <HoursForm key={each.hoursId} hours={each} desks={desks} onClose={close} />
        ) : (
          <Kept
            key={each.hoursId}
            hours={each}
            desk={desks.find((desk) => desk.doorId === each.doorId)?.title}
            isPending={stop.isPending}
            onChange={() => setForm(each.hoursId)}
            onRemove={(words) => remove({ hoursId: each.hoursId, words })}
          />
        ),
      )}
      <div role="status" className="hours-presses">
        {removed && (
          <>
            <p>{t('kept.removed', { hours: removed.words })}</p>
            <Button isPending={stop.isPending} onPress={() => undo(removed)}>
              {t('kept.undo')}
            </Button>
          </>
        )}
      </div>
      {form === 'new' ? (
        <HoursForm hours={null} desks={desks} onClose={close} />
      ) : (
        <Button variant={hours.length === 0 ? 'primary' : 'quiet'} onPress={() => setForm('new')}>
          {t('kept.add')}
        </Button>
      )}
    </section>
  );
}

interface KeptProps {
  hours: HoursKept;
  /** What the help desk is called where they are held; `undefined`: at one's own door. */
  desk: string | undefined;
  isPending: boolean;
  onChange: () => void;
  onRemove: (words: string) => void;
}

function Kept({ hours, desk, isPending, onChange, onRemove }: KeptProps) {
  const { t } = useTranslation('hours');
  const id = useId();
  const title = useTitle(hours);
  const words = desk ? t('desk.title', { desk, hours: title }) : title;
  const zone = hours.timeZone.replaceAll('_', ' ');
  const isElsewhere = hours.timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <article className="page-card hours-card" aria-labelledby={id}>
      <h3 id={id}>{words}</h3>
      {isElsewhere && <p>{t('kept.zone', { zone })}</p>}
      {hours.knock && <p>{t('kept.knock')}</p>}
      <ul className="hours-times" aria-label={t('kept.next', { hours: words })}>
        {hours.next.map((time) => (
          <Time key={time.on} hours={hours} time={time} />
        ))}
      </ul>
      <div className="hours-presses">
        <Button aria-label={t('kept.changeOf', { hours: words })} onPress={onChange}>
          {t('kept.change')}
        </Button>
        <Button aria-label={t('kept.removeOf', { hours: words })} isPending={isPending} onPress={() => onRemove(words)}>
          {t('kept.remove')}
        </Button>
      </div>
    </article>
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

function Time({ hours, time }: { hours: HoursKept; time: HoursTime }) {
  const { t } = useTranslation('hours');
  const skip = useSkip(hours.hoursId);
  const when = t('span', { from: timeInWords(time.startsAt), to: clock(time.endsAt) });
  const isSkipped = time.not === 'skipped';
  return (
    <li data-not={time.not ?? undefined}>
      <span>{when}</span>
      {time.not && <span className="hours-not">{t(isSkipped ? 'kept.skipped' : 'kept.dayOff')}</span>}
      {time.not !== 'day-off' && hours.rule !== null && (
        <Button
          aria-label={t(isSkipped ? 'kept.holdOf' : 'kept.skipOf', { when })}
          isPending={skip.isPending}
          onPress={() => skip.mutate({ on: time.on, skip: !isSkipped })}
        >
          {t(isSkipped ? 'kept.hold' : 'kept.skip')}
        </Button>
      )}
    </li>
  );
}
