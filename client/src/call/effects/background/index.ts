import type { ReadonlyStore, Shaped } from '../../media-client/index.ts';
import { canPaint } from '../can-paint.ts';
import type { EffectsState, GivenUp } from '../effects.ts';
import { type Channel, pictureChannel, streamChannel, streamsOf } from './channels.ts';
import PainterThread from './painter.worker.ts?worker';
import type { FromPainter, ToPainter } from './protocol.ts';

/** How long the first picture may take, in ms: the model is 2 MB on the wire. */
const patience = 20_000;
/** So many seconds without a picture, while the camera gives some, are a picture that froze. */
const frozen = 5;

/**
 * The camera's picture with another background, drawn on a thread of its own. Ready with its first picture. The look is
 * that of `choice`, as it changes.
 * @param onLost it is of no use any more, and why.
 * @throws when it cannot be made.
 */
export async function paintBehind(
  raw: MediaStreamTrack,
  choice: ReadonlyStore<EffectsState>,
  onLost: (why: GivenUp) => void,
): Promise<Shaped> {
  if (!canPaint()) {
    onLost('cannot');
    throw new Error('this browser cannot draw on a thread');
  }
  const thread = new PainterThread();
  const say = (message: ToPainter, transfer: Transferable[] = []) => thread.postMessage(message, transfer);
  const rate = Math.round(raw.getSettings().frameRate ?? 30) || 30;
  const channel: Channel = streamsOf ? streamChannel(raw, streamsOf) : await pictureChannel(raw, say);
  const unsubscribe = choice.subscribe(({ background }) => {
    if (background !== 'none') say({ say: 'look', look: background });
  });
  let still = Number.NEGATIVE_INFINITY;
  const watch = setInterval(() => {
    still = raw.readyState === 'live' && !raw.muted ? still + 1 : 0;
    if (still === frozen) fail('slow', 'the picture froze');
  }, 1_000);
  const close = () => {
    clearInterval(watch);
    unsubscribe();
    thread.terminate();
    channel.close();
  };
  const ready = Promise.withResolvers<void>();
  const timer = setTimeout(() => ready.reject(new Error('the first picture took too long')), patience);
  const fail = (why: GivenUp, cause: string) => {
    ready.reject(new Error(cause));
    onLost(why);
  };
  thread.addEventListener('error', ({ message }) => fail('failed', message));
  thread.addEventListener('message', ({ data }: MessageEvent<FromPainter>) => {
    if (data.say !== 'next') still = 0;
    if (data.say === 'ready') ready.resolve();
    else if (data.say === 'slow') fail('slow', 'too slow');
    else if (data.say === 'failed') fail('failed', data.cause);
    else channel.hear(data);
  });
  const { background } = choice.getState();
  const { streams } = channel;
  say(
    { say: 'begin', look: background === 'none' ? 'blur' : background, rate, streams },
    streams ? [streams.readable, streams.writable] : [],
  );
  try {
    await ready.promise;
  } catch (cause) {
    close();
    throw cause;
  } finally {
    clearTimeout(timer);
  }
  return { track: channel.track, close };
}
