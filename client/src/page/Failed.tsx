import './en.ts';
import { toAjarError } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';

/** What could not be loaded says so in words, and is asked for again with one press. Nothing failed: nothing. */
export function Failed({ error, again }: { error: Error | null; again: () => Promise<unknown> }) {
  const { t } = useTranslation('page');
  if (!error) return null;
  return (
    <div role="alert">
      <p>{toAjarError(error).message}</p>
      <Button onPress={() => void again()}>{t('tryAgain')}</Button>
    </div>
  );
}
