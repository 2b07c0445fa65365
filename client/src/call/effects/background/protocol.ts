import type { Background } from '../choices.ts';

/** What is drawn behind somebody. */
export type Look = Exclude<Background, 'none'>;

/** What the page says to the thread that draws. */
export type ToPainter =
  /** Begins; `streams` where the browser gives pictures as streams, else pictures come one by one. */
  | { say: 'begin'; look: Look; rate: number; streams: Streams | null }
  | { say: 'look'; look: Look }
  | { say: 'picture'; picture: ImageBitmap };

/** What it says back. */
export type FromPainter =
  /** The first picture is drawn. */
  | { say: 'ready' }
  /** Ready for a picture. A thread's clock goes on in a page nobody looks at, and that of the page does not. */
  | { say: 'next' }
  | { say: 'painted'; picture: ImageBitmap }
  /** About a second of pictures is drawn. */
  | { say: 'drawn' }
  | { say: 'slow' }
  | { say: 'failed'; cause: string };

export interface Streams {
  readable: ReadableStream<VideoFrame>;
  writable: WritableStream<VideoFrame>;
}
