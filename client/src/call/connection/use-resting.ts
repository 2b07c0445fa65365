import './en.ts';
import { useTranslation } from 'react-i18next';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** Says that one's own camera rests, while it does; `null` otherwise. */
export function useResting(call: Call): string | null {
  const { t } = useTranslation('connection');
  return useStore(call.connection, ({ rests }) => rests) ? t('resting') : null;
}
