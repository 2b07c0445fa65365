import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../../design/index.ts';
import type { CallState, Ending } from '../media-client/index.ts';
import { endWords } from '../messages.ts';

interface CallEndedProps {
  ending: Ending;
  phase: CallState['phase'];
  onAgain: () => void;
}

/** Where a call ends that was not simply left: what happened, and the ways on. */
export function CallEnded({ ending, phase, onAgain }: CallEndedProps) {
  const { t } = useTranslation('call');
  const { title, text, again } = endWords(ending, phase);
  return (
    <main className="call-ended">
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="call-ended-ways">
        {again && (
          <Button variant="primary" onPress={onAgain}>
            {again}
          </Button>
        )}
        <Link href="/" className="button" data-variant={again ? 'quiet' : 'primary'}>
          {t('press.corridor')}
        </Link>
      </p>
    </main>
  );
}
