import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AfterNotes } from '../../after/index.ts';
import { Button, QuietPage } from '../../design/index.ts';
import type { CallState, Ending } from '../media-client/index.ts';
import { endWords } from '../messages.ts';

interface CallEndedProps {
  ending: Ending;
  phase: CallState['phase'];
  /** The bell had rung: it ended because its time was over. Default false. */
  timeIsUp?: boolean;
  onAgain: () => void;
}

/** Where a call ends that was not simply left: what happened, and the ways on. */
export function CallEnded({ ending, phase, timeIsUp = false, onAgain }: CallEndedProps) {
  const { t } = useTranslation('call');
  const { title, text, again } = endWords(ending, phase, timeIsUp);
  return (
    <QuietPage look={again ? 'ajar' : 'closed'} colour="slate" title={title}>
      <p>{text}</p>
      <AfterNotes />
      <p className="quiet-page-actions">
        {again && (
          <Button variant="primary" onPress={onAgain}>
            {again}
          </Button>
        )}
        <Link href="/" className="button" data-variant={again ? 'quiet' : 'primary'}>
          {t('press.corridor')}
        </Link>
      </p>
    </QuietPage>
  );
}
