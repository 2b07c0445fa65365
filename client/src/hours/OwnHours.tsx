import './en.ts';
import './hours.css';
import type { Mine, MyHours } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../design/index.ts';
import { useExtendHours } from './queries.ts';
import { clock, dayWords, spanWords } from './spoken.ts';
import { useDeskOf } from './use-desk-of.ts';

/** How many minutes longer a door is kept open with one press. */
const longer = 15;

/** At one's own door: when its hours are, or those of one's duty, or how long these last. */
export function OwnHours({ mine, hours }: { mine: Mine; hours: MyHours }) {
  const { t } = useTranslation('hours');
  const duty = useDeskOf(hours);
  const stands = duty ? duty.onDuty : mine.doorState !== 'closed';
  const isHeld = hours.phase === 'held' && stands;
  const next = { when: dayWords(t, hours.startsAt, new Date()), span: spanWords(t, hours) };
  const until = { to: clock(hours.endsAt) };
  const at = duty && { desk: duty.title };
  const held = () => (at ? t('desk.held', { ...at, ...until }) : t('own.held', until));
  const announced = () => (at ? t('desk.next', { ...at, ...next }) : t('own.next', next));
  const words = isHeld ? held() : hours.phase === 'announced' ? announced() : null;
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
