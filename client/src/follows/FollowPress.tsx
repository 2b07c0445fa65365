import './press-en.ts';
import './press.css';
import type { DoorId, MyFollow } from '@ajar/shared';
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
  const { t } = useTranslation('follow');
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
    askBrowser();
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
      {small ? <Bell /> : t('tell')}
    </Button>
  );
}

/** The browser asks right after the press whether Ajar may notify, if it may not yet. */
export function askBrowser(): void {
  if ('Notification' in window && Notification.permission !== 'denied') void turnOnPush().catch(() => undefined);
}

/** Lucide's bell, drawn here: its component would bring a kilobyte and a half to the corridor's first load. */
export function Bell() {
  return (
    <svg viewBox="0 0 24 24" width={20} height={20} className="follow-drawing" aria-hidden="true">
      <path d="M10.268 21a2 2 0 0 0 3.464 0" />
      <path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326" />
    </svg>
  );
}
