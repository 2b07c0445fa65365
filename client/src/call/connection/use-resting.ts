import './en.ts';
import { useTranslation } from 'react-i18next';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** Says that pictures rest, one's own or those of the others, while they do; `null` otherwise. */
export function useResting(call: Call): string | null {
  const { t } = useTranslation('connection');
  const resting = useStore(call.connection, ({ rests, pictures }) =>
    rests ? 'resting' : pictures === 'none' ? 'pictures' : null,
  );
  return resting && t(resting);
}
