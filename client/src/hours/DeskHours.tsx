import './en.ts';
import './hours.css';
import type { HoursId, DeskHours as Kept, StaffedDoor } from '@ajar/shared';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { Failed } from '../page/index.ts';
import { HoursForm } from './HoursForm.tsx';
import { useTitle } from './KeptHours.tsx';
import { useDeskHours, useStopDeskHours } from './queries.ts';
import { clock } from './spoken.ts';

/** So many of the next times are shown of each. */
const shown = 3;

/** The hours of a help desk for the staff of the programme: whose they are, the next times, and setting some more. */
export function DeskHours({ door: { doorId, hosts } }: { door: StaffedDoor }) {
  const { t } = useTranslation('hours');
  const { data, error, refetch } = useDeskHours(doorId);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<{ hoursId: HoursId; words: string } | null>(null);
  const stop = useStopDeskHours(doorId);
  const remove = (hoursId: HoursId, words: string) =>
    stop.mutate({ hoursId, stopped: true }, { onSuccess: () => setRemoved({ hoursId, words }) });
  if (error) return <Failed error={error} again={refetch} />;
  if (!data) return null;
  return (
    <div className="hours-kept">
      {data.hours.length === 0 && !removed && <p>{t('kept.noneAtDesk')}</p>}
      {data.hours.map((hours) => (
        <OfHost key={hours.hoursId} hours={hours} isPending={stop.isPending} onRemove={remove} />
      ))}
      <div role="status" className="hours-presses">
        {removed && (
          <>
            <p>{t('kept.removed', { hours: removed.words })}</p>
            <Button
              isPending={stop.isPending}
              onPress={() =>
                stop.mutate({ hoursId: removed.hoursId, stopped: false }, { onSuccess: () => setRemoved(null) })
              }
            >
              {t('kept.undo')}
            </Button>
          </>
        )}
      </div>
      {adding ? (
        <HoursForm hours={null} desks={[]} desk={{ doorId, hosts }} onClose={() => setAdding(false)} />
      ) : (
        <Button onPress={() => setAdding(true)}>{t('kept.add')}</Button>
      )}
    </div>
  );
}

interface OfHostProps {
  hours: Kept;
  isPending: boolean;
  onRemove: (hoursId: HoursId, words: string) => void;
}

function OfHost({ hours, isPending, onRemove }: OfHostProps) {
  const { t } = useTranslation('hours');
  const id = useId();
  const title = useTitle(hours);
  const words = t('desk.title', { desk: hours.host.name, hours: title });
  const zone = hours.timeZone.replaceAll('_', ' ');
  const isElsewhere = hours.timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <article className="page-card hours-card" aria-labelledby={id}>
      <h3 id={id}>{words}</h3>
      {isElsewhere && <p>{t('kept.zone', { zone })}</p>}
      <ul className="hours-times" aria-label={t('kept.next', { hours: words })}>
        {hours.next.slice(0, shown).map(({ on, not, startsAt, endsAt }) => (
          <li key={on} data-not={not ?? undefined}>
            <span>{t('span', { from: timeInWords(startsAt), to: clock(endsAt) })}</span>
            {not && <span className="hours-not">{t(not === 'skipped' ? 'kept.skipped' : 'kept.dayOff')}</span>}
          </li>
        ))}
      </ul>
      <div className="hours-presses">
        <Button
          aria-label={t('kept.removeOf', { hours: words })}
          isPending={isPending}
          onPress={() => onRemove(hours.hoursId, words)}
        >
          {t('kept.remove')}
        </Button>
      </div>
    </article>
  );
}
