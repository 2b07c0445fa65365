import { useEffect, useRef } from 'react';
import type { Participant } from '../media-client/index.ts';

interface SoundProps {
  participants: readonly Participant[];
  speakerId: string | null;
  /** Counts the presses that asked for sound: each one tries again what the browser held back. */
  asked: number;
  onBlocked: (blocked: boolean) => void;
}

/** Everybody's voice, and the sound of what they share. */
export function Sound({ participants, speakerId, asked, onBlocked }: SoundProps) {
  const heard = participants.flatMap(({ memberId, tracks }) =>
    (['microphone', 'screen-audio'] as const).flatMap((source) => {
      const track = tracks[source]?.track;
      return track ? [{ key: `${memberId} ${source}`, track }] : [];
    }),
  );
  return heard.map(({ key, track }) => (
    <Voice key={key} track={track} speakerId={speakerId} asked={asked} onBlocked={onBlocked} />
  ));
}

interface VoiceProps extends Omit<SoundProps, 'participants'> {
  track: MediaStreamTrack;
}

function Voice({ track, speakerId, asked, onBlocked }: VoiceProps) {
  const element = useRef<HTMLAudioElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of `asked` plays again
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    if (!(audio.srcObject instanceof MediaStream) || audio.srcObject.getAudioTracks()[0] !== track) {
      audio.srcObject = new MediaStream([track]);
    }
    audio.play().then(
      () => onBlocked(false),
      (error: unknown) => error instanceof Error && error.name === 'NotAllowedError' && onBlocked(true),
    );
  }, [track, asked, onBlocked]);
  useEffect(() => {
    // A speaker that is gone leaves the sound where the browser plays by itself.
    const [audio, sink] = [element.current, speakerId ?? ''];
    if (audio && 'setSinkId' in audio && audio.sinkId !== sink) audio.setSinkId(sink).catch(() => undefined);
  }, [speakerId]);
  // biome-ignore lint/a11y/useMediaCaption: live speech; captions are not part of a call here
  return <audio ref={element} autoPlay />;
}
