import './en.ts';
import './hours.css';
import type { HoursId, DeskHours as Kept, StaffedDoor } from '@ajar/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { Failed } from '../page/index.ts';
import { HoursCard, RemovedHours, useTitle } from './HoursCard.tsx';
import { HoursForm } from './HoursForm.tsx';
import { useDeskHours, useStopDeskHours } from './queries.ts';

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
      <RemovedHours
        words={removed?.words ?? null}
        isPending={stop.isPending}
        onUndo={() =>
          removed && stop.mutate({ hoursId: removed.hoursId, stopped: false }, { onSuccess: () => setRemoved(null) })
        }
      />
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
  const words = t('desk.title', { desk: hours.host.name, hours: useTitle(hours) });
  const remove = () => onRemove(hours.hoursId, words);
  const times = hours.next.slice(0, shown);
  return <HoursCard hours={hours} words={words} times={times} isPending={isPending} onRemove={remove} />;
}
