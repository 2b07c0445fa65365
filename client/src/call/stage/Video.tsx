import { useEffect, useRef } from 'react';

interface VideoProps {
  track: MediaStreamTrack | null;
  mirrored?: boolean;
  /** Show all of it rather than fill the space: for screens, where a cut edge is a lost word. */
  whole?: boolean;
}

/** One picture. It never carries sound, so no browser holds it back. */
export function Video({ track, mirrored = false, whole = false }: VideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current) element.current.srcObject = track && new MediaStream([track]);
  }, [track]);
  return (
    <video
      ref={element}
      className="call-video"
      data-mirrored={mirrored || undefined}
      data-whole={whole || undefined}
      hidden={!track}
      autoPlay
      playsInline
      muted
    />
  );
}
