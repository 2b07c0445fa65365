import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { verdictOf, works } from './findings.ts';
import { Outcome } from './Outcome.tsx';
import { useCheck } from './use-check.ts';

interface CallBlockedProps {
  /** The node of the call. */
  mediaUrl: string | undefined;
  /** It says that nothing gets through, or does not: nobody else needs to. */
  onSays: (blocked: boolean) => void;
  /** Goes on as it is. */
  onKeep: () => void;
  /** Joins anew. */
  onAgain: () => void;
}

/** A call that does not get through says why by itself, and what can be done. */
export function CallBlocked({ mediaUrl, onSays, onKeep, onAgain }: CallBlockedProps) {
  const { t } = useTranslation('connectionCheck');
  const { state, again } = useCheck(mediaUrl);
  const blocked = state.phase === 'done' && !works(verdictOf(state.findings));
  useEffect(() => {
    onSays(blocked);
    return () => onSays(false);
  }, [blocked, onSays]);
  return (
    <section className="way-through" aria-label={t('call.label')}>
      <Outcome state={state} />
      <div className="way-through-presses">
        <Button onPress={onKeep}>{t('call.keep')}</Button>
        <Button onPress={onAgain}>{t('call.again')}</Button>
        <Button onPress={again} isPending={state.phase === 'checking'}>
          {t('call.check')}
        </Button>
      </div>
    </section>
  );
}
