import { useEffect, useRef } from 'react';

interface VideoProps {
  track: MediaStreamTrack | null;
  mirrored?: boolean;
  /** Show all of it rather than fill the space: for screens, where a cut edge is a lost word. */
  whole?: boolean;
  /** The first picture of each track is on screen. */
  onShown?: (() => void) | undefined;
}

/** One picture. It never carries sound, so no browser holds it back. */
export function Video({ track, mirrored = false, whole = false, onShown }: VideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = track && new MediaStream([track]);
    if (!track || !onShown || !('requestVideoFrameCallback' in video)) return;
    const asked = video.requestVideoFrameCallback(onShown);
    return () => video.cancelVideoFrameCallback(asked);
  }, [track, onShown]);
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
