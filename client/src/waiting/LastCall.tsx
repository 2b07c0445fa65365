import './en.ts';
import './waiting.css';
import type { CorridorDoor } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { useLive } from '../live/index.ts';
import { useSetLineRules } from './queries.ts';

/** Another's door that takes nobody new: what its plate says. */
export function LastCallPlate({ door }: { door: CorridorDoor }) {
  const { t } = useTranslation('waiting');
  return (
    <p className="plate-state">
      <span>{door.waiting > 0 ? t('lastCallLine', { count: door.waiting }) : t('lastCall')}</span>
    </p>
  );
}

/** At one's own open door: nobody new, and back again. */
export function LastCall({ waiting }: { waiting: number }) {
  const { t } = useTranslation('waiting');
  const on = useLive(({ corridor }) => {
    const own = corridor?.doors.find((door) => door.doorId === corridor.mine.doorId);
    return own?.lastCall ?? false;
  });
  const { mutate, isPending } = useSetLineRules();
  return (
    <>
      <p role="status">{on && t('last.said', { count: waiting })}</p>
      <Button isPending={isPending} onPress={() => mutate({ lastCall: !on })}>
        {t(on ? 'last.takeBack' : 'last.press')}
      </Button>
    </>
  );
}
