import type { DoorState, Mine, Visitor } from '@ajar/shared';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AboutPerson } from '../after/index.ts';
import { Button, Doorway } from '../design/index.ts';
import { DoorCare } from '../doorkeeping/index.ts';
import { OwnHours } from '../hours/index.ts';
import { OwnDoorKind } from '../kinds/index.ts';
import { live, useLive } from '../live/index.ts';
import { listOfNames } from '../words/index.ts';
import { AskToNotify } from './AskToNotify.tsx';
import { usePress } from './presses.ts';
import { colourOf } from './view.ts';

/** What one may make of one's own door, the obvious one first. */
const turns: Readonly<Record<DoorState, readonly DoorState[]>> = {
  closed: ['open', 'ajar'],
  ajar: ['open', 'closed'],
  open: ['ajar', 'closed'],
};

/** One's own door: how it stands, what to make of it, and who is at it. */
export function OwnDoor({ mine, memberId }: { mine: Mine; memberId: string }) {
  const { t } = useTranslation('corridor');
  const stands = useRef<HTMLParagraphElement>(null);
  const lastCall = useLive(({ corridor }) => corridor?.doors.find((door) => door.doorId === mine.doorId)?.lastCall);
  return (
    <section className="own" aria-labelledby="own-title">
      <Doorway look={mine.doorState} colour={colourOf(mine.doorId ?? memberId)} />
      <div className="own-words">
        <h2 id="own-title">{t('own.title')}</h2>
        <p role="status" ref={stands} tabIndex={-1}>
          {t(lastCall ? 'own.lastCall' : mine.doorId ? `own.${mine.doorState}` : 'own.none')}
        </p>
      </div>
      <div className="own-presses">
        {turns[mine.doorState].map((state) => (
          <TurnDoor key={state} state={state} then={() => stands.current?.focus()} />
        ))}
      </div>
      {(mine.doorState !== 'closed' || mine.keeping.keptUntil) && (
        <Suspense>
          <DoorCare mine={mine} />
        </Suspense>
      )}
      {mine.visitors.length > 0 ? (
        <ul className="visitors" aria-label={t('own.visitors')}>
          {mine.visitors.map((visitor) => (
            <AtMyDoor key={visitor.visitId} visitor={visitor} />
          ))}
        </ul>
      ) : (
        mine.doorState !== 'closed' && <AskToNotify />
      )}
      {mine.hours ? (
        <Suspense>
          <OwnHours mine={mine} hours={mine.hours} />
        </Suspense>
      ) : (
        <NoHours />
      )}
      <OwnDoorKind mine={mine} />
    </section>
  );
}

function NoHours() {
  const { t } = useTranslation('corridor');
  return (
    <div className="own-hours">
      <p>{t('own.hours')}</p>
      <Link href="/hours">{t('own.setHours')}</Link>
    </div>
  );
}

/** It is gone once pressed: the focus goes on to the words that say how the door stands now. */
function TurnDoor({ state, then }: { state: DoorState; then: () => void }) {
  const { t } = useTranslation('corridor');
  const { press, isPending } = usePress(() => live.setDoor(state), then);
  return (
    <Button isPending={isPending} onPress={press}>
      {t(`own.press.${state}`)}
    </Button>
  );
}

function AtMyDoor({ visitor }: { visitor: Visitor }) {
  const { t } = useTranslation('corridor');
  const letIn = usePress(() => live.letIn(visitor.visitId));
  const notNow = usePress(() => live.notNow(visitor.visitId));
  const name = visitor.brings ? listOfNames([visitor.name, visitor.brings]) : visitor.name;
  const id = `visitor-${visitor.visitId}`;
  return (
    <li className="visitor">
      <p id={id}>{t(visitor.called ? 'own.called' : visitor.knocked ? 'own.knocks' : 'own.waits', { name })}</p>
      <div className="own-presses">
        <Button variant="primary" isPending={letIn.isPending} onPress={letIn.press}>
          {t('own.letIn', { name })}
        </Button>
        <Button aria-describedby={id} isPending={notNow.isPending} onPress={notNow.press}>
          {t('own.notNow')}
        </Button>
        <AboutPerson person={visitor} />
      </div>
    </li>
  );
}
