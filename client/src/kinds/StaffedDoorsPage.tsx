import './staff-en.ts';
import './kinds.css';
import type { Me, StaffedDoor } from '@ajar/shared';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { DeskHours } from '../hours/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Failed, Page } from '../page/index.ts';
import { listOfNames } from '../words/index.ts';
import { useEndStaffedDoor, useStaffedDoors } from './queries.ts';
import { StaffedDoorForm } from './StaffedDoorForm.tsx';

/** The help desks and domains of the programme, for its staff: make one, change one, close one for good. */
export function StaffedDoorsPage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('helpDesks');
  usePageTitle(t('title'));
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }}>
      {membership.member.staff ? <StaffedDoors /> : <p>{t('notStaff')}</p>}
    </Page>
  );
}

function StaffedDoors() {
  const { t } = useTranslation('helpDesks');
  const { data, error, refetch } = useStaffedDoors();
  const [open, setOpen] = useState<StaffedDoor | 'new' | null>(null);
  if (error) return <Failed error={error} again={refetch} />;
  if (!data) return null;
  return (
    <>
      <p>{t('under')}</p>
      {data.doors.length === 0 && <p>{t('none')}</p>}
      <ul className="desk-list">
        {data.doors.map((door) => (
          <Kept key={door.doorId} door={door} onChange={() => setOpen(door)} />
        ))}
      </ul>
      {open ? (
        <StaffedDoorForm
          key={open === 'new' ? 'new' : open.doorId}
          door={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      ) : (
        <p>
          <Button variant="primary" onPress={() => setOpen('new')}>
            {t('make')}
          </Button>
        </p>
      )}
    </>
  );
}

function Kept({ door, onChange }: { door: StaffedDoor; onChange: () => void }) {
  const { t } = useTranslation('helpDesks');
  const [ending, setEnding] = useState(false);
  const [hours, setHours] = useState(false);
  const end = useEndStaffedDoor();
  const { title, about, entry, hosts, doorId } = door;
  return (
    <li>
      <h2>{title}</h2>
      {about && <p>{about}</p>}
      <p>
        {t('entry')} {t(`entries.${entry}`)} · {t('heldBy', { names: listOfNames(hosts.map((host) => host.name)) })}
      </p>
      <div className="desk-presses">
        {ending ? (
          <>
            <p role="status">{t('ending')}</p>
            <Button variant="danger" isPending={end.isPending} onPress={() => end.mutate(doorId)}>
              {t('reallyEnd')}
            </Button>
            <Button onPress={() => setEnding(false)}>{t('keepIt')}</Button>
          </>
        ) : (
          <>
            <Button aria-expanded={hours} onPress={() => setHours(!hours)}>
              {t('hours', { title })}
            </Button>
            <Button onPress={onChange}>{t('change', { title })}</Button>
            <Button onPress={() => setEnding(true)}>{t('end', { title })}</Button>
          </>
        )}
      </div>
      {hours && (
        <Suspense>
          <DeskHours door={door} />
        </Suspense>
      )}
    </li>
  );
}
