import './en.ts';
import type { EncounterId } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { useVisitLength } from './queries.ts';

/** In a visit that has lasted as long as its mentor likes them to, while others wait: a soft word to both. */
export function VisitReminder({ encounterId }: { encounterId: EncounterId }) {
  const { t } = useTranslation('waiting');
  const { data } = useVisitLength(encounterId);
  const { remindIn, minutes, waiting } = data ?? {};
  return (
    <p role="status">{remindIn === 0 && minutes && waiting ? t('reminder', { minutes, count: waiting }) : null}</p>
  );
}
