import './en.ts';
import './follows.css';
import type { DoorId, MyFollow } from '@ajar/shared';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { tell } from '../notices/index.ts';
import { turnOnPush } from '../push/index.ts';
import { useFollow, useUnfollow } from './queries.ts';

interface FollowPressProps {
  door: { doorId: DoorId; name: string };
  follow: MyFollow | null;
  /** In a row of a list: a bell rather than words. */
  small?: boolean;
}

/**
 * Asks to be told when a door opens, once or every time, and takes it back. The browser asks right after the press whether
 * Ajar may notify, if it may not yet; whatever is answered, the wish is kept, and mail tells of it too.
 */
export function FollowPress({ door, follow, small = false }: FollowPressProps) {
  const { t } = useTranslation('follows');
  const ask = useFollow(door.doorId);
  const stop = useUnfollow(door.doorId);
  if (follow) {
    return (
      <div className="follow" data-small={small || undefined}>
        <p role="status">{t(follow.always ? 'always' : 'once')}</p>
        {!follow.always && (
          <Button isPending={ask.isPending} onPress={() => ask.mutate(true)}>
            {t('everyTime')}
          </Button>
        )}
        <Button isPending={stop.isPending} onPress={() => stop.mutate()}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  const press = () => {
    if ('Notification' in window && Notification.permission !== 'denied') void turnOnPush().catch(() => undefined);
    ask.mutate(false, { onSuccess: () => tell('info', t('asked', { name: door.name })) });
  };
  return (
    <Button
      className={small ? 'follow-bell' : ''}
      aria-label={t('tell')}
      aria-describedby={`door-${door.doorId}`}
      isPending={ask.isPending}
      onPress={press}
    >
      {small ? <Bell size={20} aria-hidden="true" /> : t('tell')}
    </Button>
  );
}
