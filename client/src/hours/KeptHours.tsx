import type { HoursId, HoursKept, HoursTime, RouteReply } from '@ajar/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { HoursCard, RemovedHours, useTitle } from './HoursCard.tsx';
import { HoursForm } from './HoursForm.tsx';
import { useSkip, useStopHours } from './queries.ts';

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
      <RemovedHours words={removed?.words ?? null} isPending={stop.isPending} onUndo={() => removed && undo(removed)} />
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
  const title = useTitle(hours);
  const words = desk ? t('desk.title', { desk, hours: title }) : title;
  return (
    <HoursCard
      hours={hours}
      words={words}
      note={hours.knock && t('kept.knock')}
      atTime={(time, when) => <Skip hours={hours} time={time} when={when} />}
      isPending={isPending}
      onRemove={() => onRemove(words)}
    >
      <Button aria-label={t('kept.changeOf', { hours: words })} onPress={onChange}>
        {t('kept.change')}
      </Button>
    </HoursCard>
  );
}

/** One time of hours that come again is passed over, or held after all. */
function Skip({ hours, time, when }: { hours: HoursKept; time: HoursTime; when: string }) {
  const { t } = useTranslation('hours');
  const skip = useSkip(hours.hoursId);
  if (time.not === 'day-off' || hours.rule === null) return null;
  const isSkipped = time.not === 'skipped';
  return (
    <Button
      aria-label={t(isSkipped ? 'kept.holdOf' : 'kept.skipOf', { when })}
      isPending={skip.isPending}
      onPress={() => skip.mutate({ on: time.on, skip: !isSkipped })}
    >
      {t(isSkipped ? 'kept.hold' : 'kept.skip')}
    </Button>
  );
}
