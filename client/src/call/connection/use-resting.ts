import './en.ts';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Call } from '../media-client/index.ts';

/** Says that one's own camera rests, while it does; `null` otherwise. */
export function useResting(call: Call): string | null {
  const { t } = useTranslation('connection');
  return useStore(call.connection, ({ rests }) => rests) ? t('resting') : null;
}
