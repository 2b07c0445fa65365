import './en.ts';
import './kinds.css';
import { type Duty, type Mine, type OwnRoom, roomSeats } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live } from '../live/index.ts';
import { firstName, listOfNames } from '../words/index.ts';

const kinds = ['single', 'shared'] as const;
const seatChoices = Array.from({ length: 11 }, (_, n) => n + 2);
const firstRoom: OwnRoom = { kind: 'single', seats: 6, inside: [] };

/** What kind one's own door is, one's room behind it, and the staffed doors one holds in turn with others. */
export function OwnKind({ mine }: { mine: Mine }) {
  const room = mine.room ?? firstRoom;
  return (
    <div className="own-kind">
      {room.kind === 'shared' && mine.doorState !== 'closed' && (
        <OwnRoomNow room={room} isIn={mine.encounter !== null} />
      )}
      <Choice room={room} />
      {mine.duties.map((duty) => (
        <AtDesk key={duty.doorId} duty={duty} busy={mine.encounter !== null} />
      ))}
    </div>
  );
}

function OwnRoomNow({ room: { inside, seats }, isIn }: { room: OwnRoom; isIn: boolean }) {
  const { t } = useTranslation('kinds');
  const { mutate, isPending } = useMutation({ mutationFn: () => live.goIn() });
  const names = listOfNames(inside.map((person) => firstName(person.name)));
  return (
    <div className="own-presses">
      {inside.length > 0 && <p role="status">{t('own.inside', { count: inside.length, seats, names })}</p>}
      {!isIn && (
        <Button isPending={isPending} onPress={() => mutate()}>
          {t('own.goIn')}
        </Button>
      )}
    </div>
  );
}

function Choice({ room }: { room: OwnRoom }) {
  const { t } = useTranslation('kinds');
  const { mutate, isPending } = useMutation({
    mutationFn: ({ kind, seats }: Pick<OwnRoom, 'kind' | 'seats'>) => live.setRoom(kind, seats),
  });
  const { kind, seats, inside } = room;
  const inUse = inside.length > 0;
  return (
    <details>
      <summary>{t('own.summary', { kind: t(`own.${kind}`, { seats }) })}</summary>
      <label>
        {t('own.kind')}{' '}
        <select
          value={kind}
          disabled={isPending || inUse}
          onChange={({ target }) => mutate({ kind: target.value === 'shared' ? 'shared' : 'single', seats })}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`own.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'shared' && (
        <label>
          {t('own.seats')}{' '}
          <select
            value={seats}
            disabled={isPending}
            onChange={({ target }) => mutate({ kind, seats: roomSeats.parse(Number(target.value)) })}
          >
            {seatChoices.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      )}
      {inUse && <p>{t('own.inUse')}</p>}
    </details>
  );
}

function AtDesk({ duty: { doorId, title, onDuty, waiting }, busy }: { duty: Duty; busy: boolean }) {
  const { t } = useTranslation('kinds');
  const set = useMutation({ mutationFn: () => live.setDuty(doorId, !onDuty) });
  const take = useMutation({ mutationFn: () => live.takeNext(doorId) });
  const id = `desk-${doorId}`;
  return (
    <section className="desk-duty" aria-labelledby={id}>
      <p id={id} role="status">
        {t(onDuty ? 'duty.on' : 'duty.off', { title })} {onDuty && waiting > 0 && t('duty.waiting', { count: waiting })}
      </p>
      <div className="own-presses">
        {onDuty && waiting > 0 && !busy && (
          <Button variant="primary" aria-describedby={id} isPending={take.isPending} onPress={() => take.mutate()}>
            {t('duty.take')}
          </Button>
        )}
        <Button aria-describedby={id} isPending={set.isPending} onPress={() => set.mutate()}>
          {t(onDuty ? 'duty.goOff' : 'duty.goOn')}
        </Button>
      </div>
    </section>
  );
}
