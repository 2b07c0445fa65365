import './en.ts';
import './corridor.css';
import './floor-plan.css';
import './coffee-more.css';
import type { CorridorSnapshot } from '@ajar/shared';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AfterNotes } from '../after/index.ts';
import { Brought } from '../bringing/index.ts';
import { HoursNotice } from '../hours/index.ts';
import { useLive, usePageTitle } from '../live/index.ts';
import { WhileYouWait } from '../lounge/index.ts';
import { Passing } from '../passing/index.ts';
import { RoundNotice } from '../rounds/index.ts';
import { YourTurn } from '../turns/index.ts';
import { Around } from './Around.tsx';
import { Banner } from './Banner.tsx';
import { ClosedDoors } from './ClosedDoors.tsx';
import { Header, type Membership } from './Header.tsx';
import { OwnDoor } from './OwnDoor.tsx';
import { sentence, sentenceParts } from './sentence.ts';
import { corridorView, FEW_DOORS } from './view.ts';
import { Wall } from './Wall.tsx';

const ManyDoors = lazy(() => import('./many/ManyDoors.tsx').then((part) => ({ default: part.ManyDoors })));

/** The home screen: every door, the coffee table, and who is around. */
export function Corridor({ membership }: { membership: Membership }) {
  const { t } = useTranslation('corridor');
  usePageTitle(t('title'));
  const corridor = useLive((state) => state.corridor);
  // One header before and after the corridor is known: an open menu stays open.
  return (
    <div className="corridor">
      <Header membership={membership} around={corridor && othersIn(corridor)} />
      {corridor ? (
        <Hall corridor={corridor} />
      ) : (
        <main className="lead" aria-busy="true">
          <h1 className="late">{t('finding')}</h1>
          <p className="much-later">{t('notAnswering')}</p>
        </main>
      )}
    </div>
  );
}

function othersIn({ around, memberId }: CorridorSnapshot): number {
  return around.filter((person) => person.memberId !== memberId).length;
}

function Hall({ corridor }: { corridor: CorridorSnapshot }) {
  const hasRound = useLive((state) => state.round !== null);
  return (
    <>
      <Banner encounter={corridor.mine.encounter} />
      {hasRound && (
        <Suspense>
          <RoundNotice />
        </Suspense>
      )}
      {isAsked(corridor.mine) && (
        <Suspense>
          <HoursNotice />
        </Suspense>
      )}
      {corridor.mine.visits.some(({ comeInFor, missed }) => missed || comeInFor !== null) && (
        <Suspense>
          <YourTurn visits={corridor.mine.visits} />
        </Suspense>
      )}
      {corridor.mine.brought.length > 0 && (
        <Suspense>
          <Brought brought={corridor.mine.brought} />
        </Suspense>
      )}
      {corridor.mine.visits.length > 0 && (
        <Suspense>
          <WhileYouWait />
        </Suspense>
      )}
      <main>
        <Lead corridor={corridor} />
        <AfterNotes />
        {corridor.doors.length > FEW_DOORS ? (
          <Suspense>
            <ManyDoors corridor={corridor} />
          </Suspense>
        ) : (
          <FewDoors corridor={corridor} />
        )}
      </main>
    </>
  );
}

function FewDoors({ corridor }: { corridor: CorridorSnapshot }) {
  const view = useMemo(() => corridorView(corridor), [corridor]);
  return (
    <>
      <Wall items={view.wall} />
      <div className="below">
        <ClosedDoors doors={view.closed} />
        <Around people={view.around} />
      </div>
    </>
  );
}

/** Whether hours of one's own wait for an answer: what asks is not loaded before. */
function isAsked({ hours }: CorridorSnapshot['mine']): boolean {
  return hours?.phase === 'asked' || hours?.phase === 'closed';
}

function Lead({ corridor }: { corridor: CorridorSnapshot }) {
  const { t, i18n } = useTranslation('corridor');
  const parts = useMemo(() => sentenceParts(corridor), [corridor]);
  const says = (say: string) => parts.some((part) => part.say === say);
  const under =
    says('knocked') || says('inLine') ? 'waiting' : says('allClosed') || says('noDoors') ? 'quiet' : 'possible';
  return (
    <div className="lead">
      <div className="lead-words">
        <h1>{sentence(t, parts, i18n.language)}</h1>
        <p>{t(`underSentence.${under}`)}</p>
        <Passing passing={corridor.mine.passing} />
      </div>
      <OwnDoor mine={corridor.mine} memberId={corridor.memberId} />
    </div>
  );
}
