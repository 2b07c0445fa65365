import { type DoorId, type RouteReply, toAjarError } from '@ajar/shared';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Address, timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { DialogBox } from '../dialog/index.ts';
import { useDoorCalendar, useDoorHours } from './queries.ts';
import { clock, everyWords, spanWords } from './spoken.ts';

/** The next hours of a door, by the viewer's own clock, and the address a calendar can follow them by. */
export function HoursDialog({ doorId, name, onClose }: { doorId: DoorId; name: string; onClose: () => void }) {
  const { t } = useTranslation('hours');
  const { data, error, refetch } = useDoorHours(doorId);
  const calendar = useDoorCalendar(doorId);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
  return (
    <DialogBox onClose={onClose}>
      <div className="dialog-form hours-dialog">
        <Heading slot="title" level={2}>
          {t('door.title', { name })}
        </Heading>
        <p>{t('door.yours', { zone })}</p>
        {error && (
          <div role="alert">
            <p>{toAjarError(error).message}</p>
            <Button onPress={() => void refetch()}>{t('tryAgain')}</Button>
          </div>
        )}
        {data && <Times hours={data.hours} />}
        {data && (
          <>
            <p>{t('door.calendar')}</p>
            <Address
              label={t('door.address')}
              url={data.url}
              isPending={calendar.isPending}
              onMake={() => calendar.mutate(true)}
              onEnd={() => calendar.mutate(false)}
            />
          </>
        )}
        <div className="dialog-presses">
          <Button onPress={onClose}>{t('door.close')}</Button>
        </div>
      </div>
    </DialogBox>
  );
}

function Times({ hours }: { hours: RouteReply<'doorHours'>['hours'] }) {
  const { t } = useTranslation('hours');
  const some = hours.filter((each) => each.next.length > 0);
  if (some.length === 0) return <p>{t('door.none')}</p>;
  return some.map(({ every, next }) => {
    const [first] = next;
    if (!first) return null;
    return (
      <section key={first.startsAt}>
        {every && <h3>{`${everyWords(t, every, first.startsAt)} ${spanWords(t, first)}`}</h3>}
        <ul className="hours-next">
          {next.map(({ startsAt, endsAt }) => (
            <li key={startsAt}>{t('span', { from: timeInWords(startsAt), to: clock(endsAt) })}</li>
          ))}
        </ul>
      </section>
    );
  });
}
