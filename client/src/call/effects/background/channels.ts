import type { FromPainter, Streams, ToPainter } from './protocol.ts';

/** How pictures come to the thread that draws, and back as a track. */
export interface Channel {
  track: MediaStreamTrack;
  /** What the thread takes over; `null` where pictures are handed over one by one. */
  streams: Streams | null;
  hear: (message: FromPainter) => void;
  close: () => void;
}

/** MediaStreamTrack Insertable Media Processing using Streams, as Chromium has it for pages. */
interface StreamParts {
  MediaStreamTrackProcessor: new (init: {
    track: MediaStreamTrack;
    maxBufferSize?: number;
  }) => { readable: ReadableStream<VideoFrame> };
  MediaStreamTrackGenerator: new (init: {
    kind: 'video';
  }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };
}

const scope = globalThis as unknown as Partial<StreamParts>;

/** What makes streams of tracks, in browsers that have both for pages. */
export const streamsOf: StreamParts | null =
  scope.MediaStreamTrackProcessor && scope.MediaStreamTrackGenerator ? (scope as StreamParts) : null;

/** Pictures never come to the page: the thread reads the camera's and writes its own. */
export function streamChannel(raw: MediaStreamTrack, parts: StreamParts): Channel {
  // The newest picture only: whoever is slow shows fewer pictures, never older ones.
  const { readable } = new parts.MediaStreamTrackProcessor({ track: raw, maxBufferSize: 1 });
  const track = new parts.MediaStreamTrackGenerator({ kind: 'video' });
  return { track, streams: { readable, writable: track.writable }, hear: () => undefined, close: () => undefined };
}

/** Elsewhere a video element takes the camera's pictures and a canvas gives back what the thread has drawn. */
export async function pictureChannel(
  raw: MediaStreamTrack,
  say: (message: ToPainter, transfer: Transferable[]) => void,
): Promise<Channel> {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  video.srcObject = new MediaStream([raw]);
  await video.play();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: video.videoWidth,
    height: video.videoHeight,
  });
  const pen = canvas.getContext('2d', { alpha: false });
  const [track] = canvas.captureStream().getVideoTracks();
  if (!pen || !track) throw new Error('no canvas');
  /** A picture is with the thread: it gets no second one. */
  let waits = false;
  const give = async () => {
    if (waits || video.readyState < video.HAVE_CURRENT_DATA) return;
    waits = true;
    const picture = await createImageBitmap(video);
    say({ say: 'picture', picture }, [picture]);
  };
  const show = (picture: ImageBitmap) => {
    waits = false;
    const { width, height } = picture;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    pen.drawImage(picture, 0, 0);
    picture.close();
  };
  const hear = (message: FromPainter) => {
    if (message.say === 'painted') show(message.picture);
    // A picture that cannot be taken now is one picture less; the next comes all the same.
    if (message.say === 'next')
      give().catch(() => {
        waits = false;
      });
  };
  return { track, streams: null, hear, close: () => Object.assign(video, { srcObject: null }) };
}
