import './en.ts';
import './doorkeeping.css';
import type { EncounterId, Visitor } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { clock } from './times.ts';
import { useAsk } from './use-ask.ts';

interface BesideTilesProps {
  encounterId: EncounterId | null;
  /** Ends this visit with a kind word. */
  onMoveOn: () => Promise<void>;
}

/** Beside the tiles of a visit at one's own door: who waits, and how this visit ends. Nobody else sees it. */
export function BesideTiles({ encounterId, onMoveOn }: BesideTilesProps) {
  const { t } = useTranslation('doorkeeping');
  const mine = useLive((state) => state.corridor?.mine);
  const isRoom = useLive(({ corridor }) => {
    const own = corridor?.doors.find((door) => door.doorId === corridor.mine.doorId);
    return own?.kind === 'shared';
  });
  const closing = mine?.keeping.closing ?? false;
  const moveOn = useAsk(onMoveOn);
  const closeAfter = useAsk(() => live.closeAfter(!closing));
  const { encounter, visitors = [], doorState } = mine ?? {};
  if (!encounter?.atMyDoor || encounter.encounterId !== encounterId) return null;
  return (
    <section className="beside-tiles" aria-label={t('line')}>
      <p role="status">
        {closing ? t('closing') : visitors.length === 0 ? t('nobody') : t('waiting', { count: visitors.length })}
      </p>
      {visitors.length > 0 && (
        <>
          <ul>
            {visitors.map((visitor) => (
              <Waiting key={visitor.visitId} visitor={visitor} mayComeIn={isRoom} />
            ))}
          </ul>
          {!closing && !isRoom && <p className="beside-turn">{t('inTurn')}</p>}
        </>
      )}
      <div className="beside-presses">
        <Button {...moveOn} aria-description={t('movingOnHint')}>
          {t('movingOn')}
        </Button>
        {doorState !== 'closed' && <Button {...closeAfter}>{t(closing ? 'keepOpen' : 'closeAfter')}</Button>}
      </div>
    </section>
  );
}

interface WaitingProps {
  visitor: Visitor;
  /** Into the room where others are already. */
  mayComeIn: boolean;
}

function Waiting({ visitor: { visitId, name, since }, mayComeIn }: WaitingProps) {
  const { t } = useTranslation('doorkeeping');
  const letIn = useAsk(() => live.letIn(visitId));
  const notNow = useAsk(() => live.notNow(visitId));
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <time dateTime={since}>{t('since', { time: clock(since) })}</time>
      </p>
      {mayComeIn && (
        <Button {...letIn} variant="primary">
          {t('letIn', { name })}
        </Button>
      )}
      <Button {...notNow} aria-label={t('notNowTo', { name })}>
        {t('notNow')}
      </Button>
    </li>
  );
}
