import { Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { twoNotes } from './two-notes.ts';

/** Plays two notes on the speaker that was chosen; `null`: where the browser plays by itself. */
export function SpeakerTest({ speakerId }: { speakerId: string | null }) {
  const { t } = useTranslation('devices');
  const [state, setState] = useState<'playing' | 'played' | 'failed' | null>(null);
  const playing = useRef<HTMLAudioElement>(null);
  useEffect(() => () => playing.current?.pause(), []);
  const chooses = 'setSinkId' in HTMLMediaElement.prototype;
  const play = async () => {
    playing.current?.pause();
    const url = URL.createObjectURL(twoNotes());
    const audio = new Audio(url);
    playing.current = audio;
    audio.addEventListener('ended', () => {
      URL.revokeObjectURL(url);
      setState('played');
    });
    setState('playing');
    try {
      if (chooses && speakerId) await audio.setSinkId(speakerId);
      await audio.play();
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="devices-speaker">
      <Button onPress={() => void play()}>
        <Volume2 aria-hidden="true" />
        {t('speaker.test')}
      </Button>
      <p role="status">{state && t(`speaker.${state}`)}</p>
      {!chooses && <p>{t('speaker.system')}</p>}
    </div>
  );
}
