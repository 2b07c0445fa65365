import { useLayoutEffect, useRef } from 'react';
import { videoOf } from './ready-video.ts';

interface VideoProps {
  track: MediaStreamTrack | null;
  mirrored?: boolean;
  /** Show all of it rather than fill the space: for screens, where a cut edge is a lost word. */
  whole?: boolean;
  /** The first picture of each track is on screen. */
  onShown?: (() => void) | undefined;
}

/** One picture. React draws its place; the element in it may have been there first, see `makeReady`. */
export function Video({ track, mirrored = false, whole = false, onShown }: VideoProps) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!track || !place.current) return;
    const video = videoOf(track, place.current.ownerDocument);
    video.toggleAttribute('data-mirrored', mirrored);
    video.toggleAttribute('data-whole', whole);
    place.current.append(video);
    const stop = onShown && whenShown(video, onShown);
    return () => {
      stop?.();
      video.remove();
      video.srcObject = null;
    };
  }, [track, mirrored, whole, onShown]);
  return <span ref={place} className="call-picture" />;
}

/** @returns asks no more. */
function whenShown(video: HTMLVideoElement, shown: () => void): () => void {
  if (video.readyState >= video.HAVE_CURRENT_DATA) {
    const asked = requestAnimationFrame(shown);
    return () => cancelAnimationFrame(asked);
  }
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  const asked = video.requestVideoFrameCallback(shown);
  return () => video.cancelVideoFrameCallback(asked);
}
