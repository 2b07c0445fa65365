import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call, Spot } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** On a tile: see this one large, whoever speaks. For oneself alone. */
export function PinPress({ call, spot, name }: { call: Call; spot: Spot; name: string }) {
  const { t } = useTranslation('call');
  const pinned = useStore(call.view.state, (view) => view.pinned === spot);
  return (
    <button
      type="button"
      className="call-pin"
      aria-label={t('press.pin', { name })}
      aria-pressed={pinned}
      title={t(pinned ? 'pin.on' : 'pin.off')}
      onClick={() => call.view.togglePin(spot)}
    >
      <Pin aria-hidden="true" />
    </button>
  );
}
