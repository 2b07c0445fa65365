import './en.ts';
import './hours.css';
import type { CorridorDoor } from '@ajar/shared';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lineWords } from './spoken.ts';

const HoursDialog = lazy(() => import('./HoursDialog.tsx').then((dialog) => ({ default: dialog.HoursDialog })));

/** What a door says of its hours, on its name plate; a press shows the next ones and their calendar. */
export function DoorHours({ door }: { door: CorridorDoor }) {
  const { t } = useTranslation('hours');
  const [isOpen, setOpen] = useState(false);
  const line = door.hours && lineWords(t, door.hours, door.around && door.state !== 'closed', new Date());
  if (!line) return null;
  return (
    <>
      <button type="button" className="door-hours" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {line}
      </button>
      {isOpen && (
        <Suspense>
          <HoursDialog doorId={door.doorId} name={door.name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
