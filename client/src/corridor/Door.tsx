import { memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutPerson } from '../after/index.ts';
import { Button, Doorway } from '../design/index.ts';
import { FollowPress } from '../follows/index.ts';
import { DoorHours } from '../hours/index.ts';
import { JustListen, KindPlate } from '../kinds/index.ts';
import { LastCallPlate, WaitEstimate } from '../waiting/index.ts';
import { insideWords, stateWords, waitingWords } from './door-words.ts';
import { atDoor, usePress } from './presses.ts';
import type { DoorView, Press } from './view.ts';

/** Another's door along the corridor: its name plate, the door itself, and the one press it offers. */
export const Door = memo(function Door({ view }: { view: DoorView }) {
  const { door, look, colour, figures, press } = view;
  const id = `door-${door.doorId}`;
  return (
    <li className="stand" data-look={look}>
      <section className="stand-door" aria-labelledby={id}>
        <NamePlate view={view} id={id} />
        <Doorway look={look} colour={colour} figures={figures} />
        <div className="stand-floor">
          {press && <DoorPress view={view} press={press} describedBy={id} />}
          {!press && <FollowPress door={door} follow={view.follow} />}
          {door.kind === 'shared' && press === 'walk-in' && (
            <Suspense>
              <JustListen doorId={door.doorId} describedBy={id} />
            </Suspense>
          )}
        </div>
      </section>
    </li>
  );
});

function NamePlate({ view, id }: { view: DoorView; id: string }) {
  const { t } = useTranslation('corridor');
  const { door, look, press, visit } = view;
  const inside = insideWords(t, view);
  const waiting = waitingWords(t, view);
  const ofItsKind = door.kind !== 'single' && look !== 'closed' && !door.backAt;
  return (
    <div className="plate">
      <h2 id={id}>
        <bdi>{door.name}</bdi>
      </h2>
      <AboutPerson person={door} />
      {door.place && (
        <p>
          <bdi>{door.place}</bdi>
        </p>
      )}
      {door.talksAbout && <p>{t('door.talksAbout', { topics: door.talksAbout })}</p>}
      {door.firstTimeFine && <p>{t('door.firstTimeFine')}</p>}
      {door.lastCall && look !== 'closed' ? (
        <Suspense>
          <LastCallPlate door={door} />
        </Suspense>
      ) : ofItsKind ? (
        <Suspense>
          <KindPlate door={door} look={look} />
        </Suspense>
      ) : (
        <p className="plate-state" data-look={look}>
          <span>{stateWords(t, view)}</span>
        </p>
      )}
      {door.hours && (
        <Suspense>
          <DoorHours door={door} />
        </Suspense>
      )}
      {inside && !ofItsKind && <p className="plate-inside">{inside}</p>}
      <p className="plate-waiting" role="status">
        {waiting}
      </p>
      {(press === 'wait' || (visit && !visit.keptUntil && visit.comeInFor === null && !visit.knocked)) &&
        !door.closing && (
          <Suspense>
            <WaitEstimate door={door} visit={visit} />
          </Suspense>
        )}
    </div>
  );
}

/** The one press that a door offers. */
export function DoorPress({ view, press, describedBy }: { view: DoorView; press: Press; describedBy: string }) {
  const { t } = useTranslation('corridor');
  const { press: ask, isPending } = usePress(() => atDoor[press](view));
  return (
    <Button
      variant={press === 'walk-in' ? 'primary' : 'quiet'}
      aria-describedby={describedBy}
      data-leads-to-call={press === 'walk-in' || undefined}
      isPending={isPending}
      onPress={ask}
    >
      {t(`press.${press}`)}
    </Button>
  );
}
