/** How long a picture that is ready waits to be shown, in ms. */
const patience = 5_000;

const ready = new Map<MediaStreamTrack, { video: HTMLVideoElement; timer: ReturnType<typeof setTimeout> }>();

/**
 * Shows this track in an element that has no place on screen yet. What is received before there is an element is not
 * kept, and of the pictures that follow a node sends every second or fourth at first: an element that is there when the
 * first one comes shows a face up to a quarter of a second sooner.
 */
export function makeReady(track: MediaStreamTrack): void {
  if (ready.has(track)) return;
  const drop = () => {
    const video = ready.get(track)?.video;
    ready.delete(track);
    if (video) video.srcObject = null;
  };
  ready.set(track, { video: playing(track, document), timer: setTimeout(drop, patience) });
}

/** An element of this document that shows this track, the caller's from now on: the one that is ready, or a new one. */
export function videoOf(track: MediaStreamTrack, inDocument: Document): HTMLVideoElement {
  const found = ready.get(track);
  if (found?.video.ownerDocument !== inDocument) return playing(track, inDocument);
  clearTimeout(found.timer);
  ready.delete(track);
  return found.video;
}

/** It never carries sound, so no browser holds it back. */
function playing(track: MediaStreamTrack, inDocument: Document): HTMLVideoElement {
  const video = inDocument.createElement('video');
  Object.assign(video, { autoplay: true, playsInline: true, muted: true, className: 'call-video' });
  video.srcObject = new MediaStream([track]);
  // Outside a page `autoplay` alone plays nothing; where it is refused, it plays once it is in one.
  video.play().catch(() => undefined);
  return video;
}
