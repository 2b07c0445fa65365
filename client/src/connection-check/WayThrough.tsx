import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { Outcome } from './Outcome.tsx';
import { useCheck } from './use-check.ts';

/** Whether calls get through from here, found out by itself and again when asked. In nobody's way. */
export function WayThrough() {
  const { t } = useTranslation('connectionCheck');
  const { state, again } = useCheck();
  return (
    <section className="way-through" aria-label={t('call.label')}>
      <Outcome state={state} />
      {state.phase !== 'checking' && <Button onPress={again}>{t('again')}</Button>}
    </section>
  );
}
