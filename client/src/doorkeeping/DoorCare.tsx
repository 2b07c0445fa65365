import './en.ts';
import './doorkeeping.css';
import type { Mine } from '@ajar/shared';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { LastCall, OwnLine } from '../waiting/index.ts';
import { clock } from './times.ts';
import { useAsk } from './use-ask.ts';

/** What one's own door says besides open and closed: five minutes, the last visit, a line that was kept. */
export function DoorCare({ mine }: { mine: Mine }) {
  const { doorState, keeping, visitors } = mine;
  const { t } = useTranslation('doorkeeping');
  const pause = useAsk(() => live.pauseDoor(keeping.backAt === null));
  const stay = useAsk(() => live.closeAfter(false));
  if (doorState === 'closed') {
    const { keptUntil } = keeping;
    const words = keptUntil && t('kept', { count: visitors.length, time: clock(keptUntil) });
    return (
      <div className="door-care">
        <p role="status">{words}</p>
      </div>
    );
  }
  return (
    <div className="door-care">
      <p role="status">
        {keeping.closing ? t('closing') : keeping.backAt && t('paused', { time: clock(keeping.backAt) })}
      </p>
      {keeping.closing ? (
        <Button {...stay}>{t('keepOpen')}</Button>
      ) : (
        <Button {...pause}>{t(keeping.backAt ? 'back' : 'pause')}</Button>
      )}
      {mine.encounter === null && <WhereItIs />}
      {!keeping.closing && (
        <Suspense>
          <LastCall waiting={visitors.length} />
          <OwnLine />
        </Suspense>
      )}
    </div>
  );
}

/** Remembered for this window alone, so that loading it again changes nothing. */
const hereKey = 'ajar.door-here';

/** A door with nobody inside is carried to another device too: whoever comes next is brought there. */
function WhereItIs() {
  const { t } = useTranslation('doorkeeping');
  const door = useLive((state) => state.door);
  const carry = useAsk(() => live.carryDoor());
  useEffect(() => {
    if (door === 'here') sessionStorage.setItem(hereKey, 'yes');
    if (door === 'elsewhere') sessionStorage.removeItem(hereKey);
  }, [door]);
  const isHere = door === 'here' || (door === null && sessionStorage.getItem(hereKey) !== null);
  return (
    <>
      <p role="status">{door === 'elsewhere' && t('elsewhere')}</p>
      {!isHere && <Button {...carry}>{t('carry')}</Button>}
    </>
  );
}
