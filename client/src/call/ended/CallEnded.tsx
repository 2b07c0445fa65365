import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AfterNotes } from '../../after/index.ts';
import { WayThrough } from '../../connection-check/index.ts';
import { Button, QuietPage } from '../../design/index.ts';
import { useInTheirLanguage } from '../../refusals/index.ts';
import type { CallState, Ending } from '../media-client/index.ts';
import { endWords } from '../messages.ts';

interface CallEndedProps {
  ending: Ending;
  phase: CallState['phase'];
  /** The bell had rung: it ended because its time was over. Default false. */
  timeIsUp?: boolean;
  /** Who had to move on. Default: nobody. */
  movedOn?: string | null;
  /** Said besides. Default: nothing. */
  kindWord?: string | null;
  onAgain: () => void;
}

/** Where a call ends that was not simply left: what happened, and the ways on. */
export function CallEnded({
  ending,
  phase,
  timeIsUp = false,
  movedOn = null,
  kindWord = null,
  onAgain,
}: CallEndedProps) {
  const { t } = useTranslation('call');
  const error = useInTheirLanguage(ending.reason === 'error' ? ending.error : null);
  const words = endWords(error ? { reason: 'error', error } : ending, phase, timeIsUp);
  const { again } = words;
  const { title, text } =
    movedOn && ending.reason === 'room-closed'
      ? { title: t('ended.movedOn.title', { name: movedOn }), text: t('ended.movedOn.text') }
      : words;
  return (
    <QuietPage look={again ? 'ajar' : 'closed'} colour="slate" title={title}>
      <p>{text}</p>
      {kindWord && !again && <p>{kindWord}</p>}
      {ending.reason === 'error' && ending.error.code === 'media-unreachable' && (
        <Suspense>
          <WayThrough />
        </Suspense>
      )}
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
