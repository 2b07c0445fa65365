import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutPerson } from '../after/index.ts';
import { FollowPress } from '../follows/index.ts';
import { DoorHours } from '../hours/index.ts';
import { stateWords } from './door-words.ts';
import type { DoorView } from './view.ts';

/** The doors that do not stand along the corridor just now, as a quieter list. */
export function ClosedDoors({ doors }: { doors: readonly DoorView[] }) {
  const { t } = useTranslation('corridor');
  if (doors.length === 0) return null;
  return (
    <section className="closed" aria-labelledby="closed-title">
      <h2 id="closed-title">{t('closedTitle')}</h2>
      <ul>
        {doors.map((view) => (
          <li key={view.door.doorId}>
            <section className="closed-door" aria-labelledby={`door-${view.door.doorId}`}>
              <i data-colour={view.colour} aria-hidden="true" />
              <div>
                <h3 id={`door-${view.door.doorId}`}>{view.door.name}</h3>
                <p>{[view.door.place, stateWords(t, view)].filter(Boolean).join(' · ')}</p>
                {view.door.hours && (
                  <Suspense>
                    <DoorHours door={view.door} />
                  </Suspense>
                )}
              </div>
              <FollowPress door={view.door} follow={view.follow} small />
              <AboutPerson person={view.door} />
            </section>
          </li>
        ))}
      </ul>
    </section>
  );
}
