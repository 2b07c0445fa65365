import './en.ts';
import './hours.css';
import type { Mine, MyHours } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../design/index.ts';
import { useExtendHours } from './queries.ts';
import { clock, dayWords, spanWords } from './spoken.ts';

/** How many minutes longer a door is kept open with one press. */
const longer = 15;

/** At one's own door: when its hours are, or how long these last. */
export function OwnHours({ mine, hours }: { mine: Mine; hours: MyHours }) {
  const { t } = useTranslation('hours');
  const isHeld = hours.phase === 'held' && mine.doorState !== 'closed';
  const words = isHeld
    ? t('own.held', { to: clock(hours.endsAt) })
    : hours.phase === 'announced'
      ? t('own.next', { when: dayWords(t, hours.startsAt, new Date()), span: spanWords(t, hours) })
      : null;
  return (
    <div className="own-hours">
      {words && <p>{words}</p>}
      {isHeld && <Longer hours={hours} />}
      <Link href="/hours">{t('press.mine')}</Link>
    </div>
  );
}

function Longer({ hours }: { hours: MyHours }) {
  const { t } = useTranslation('hours');
  const extend = useExtendHours(hours.timeId);
  return (
    <Button isPending={extend.isPending} onPress={() => extend.mutate(longer)}>
      {t('press.longer')}
    </Button>
  );
}
