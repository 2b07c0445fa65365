import type { DoorId } from '@ajar/shared';
import { useState } from 'react';
import { askBrowser, Bell, followOnce } from '../../follows/index.ts';
import { tell } from '../../notices/index.ts';
import { i18n } from '../../words/index.ts';

/**
 * The bell at a door that one is not told of, as a row of a long list has it. Hundreds are drawn and drawn anew while
 * somebody types: a plain button, and nothing is made ready for a press before there is one.
 */
export function FollowBell({ door: { doorId, name } }: { door: { doorId: DoorId; name: string } }) {
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (asking) return;
    askBrowser();
    setAsking(true);
    followOnce(doorId)
      .then(
        () => tell('info', i18n.t('follow:asked', { name })),
        () => undefined,
      )
      .finally(() => setAsking(false));
  };
  return (
    <button
      type="button"
      className="button follow-bell"
      data-variant="quiet"
      aria-label={i18n.t('follow:tell')}
      aria-describedby={`door-${doorId}`}
      aria-disabled={asking || undefined}
      data-pending={asking || undefined}
      onClick={press}
    >
      <Bell />
    </button>
  );
}
