import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import wasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url';
import simdUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url';
import type { Shaped } from '../../media-client/index.ts';
import type { GivenUp } from '../effects.ts';

/** What RNNoise is trained on, in Hz (Valin, A Hybrid DSP/Deep Learning Approach to Real-Time Speech Enhancement, 2018). */
const sampleRate = 48_000;
/** How long a context may take to begin, in ms. Before somebody has touched the page it never does. */
const patience = 700;

/**
 * One's voice without the noise around it, by RNNoise in an AudioWorklet: beside the page's own thread, on this machine.
 * `null`: not before somebody has touched the page.
 * @throws when it cannot be loaded.
 */
export async function cleanVoice(raw: MediaStreamTrack, onLost: (why: GivenUp) => void): Promise<Shaped | null> {
  const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  try {
    const [runs, wasmBinary] = await Promise.all([
      isRunning(context),
      loadRnnoise({ url: wasmUrl, simdUrl }),
      context.audioWorklet.addModule(workletUrl),
    ]);
    if (!runs) {
      await context.close();
      return null;
    }
    return wire(context, raw, wasmBinary, onLost);
  } catch (cause) {
    await context.close();
    throw cause;
  }
}

function wire(context: AudioContext, raw: MediaStreamTrack, wasmBinary: ArrayBuffer, onLost: (why: GivenUp) => void) {
  const node = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 });
  // A voice is one channel; the second of a stereo microphone would stay silent.
  Object.assign(node, { channelCount: 1, channelCountMode: 'explicit' });
  node.addEventListener('processorerror', () => onLost('failed'));
  const end = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  context
    .createMediaStreamSource(new MediaStream([raw]))
    .connect(node)
    .connect(end);
  const [track] = end.stream.getAudioTracks();
  if (!track) throw new Error('no track came out');
  // A phone call takes the sound away from a page for a while: nobody must be silent without knowing.
  context.addEventListener('statechange', () => {
    if (context.state === 'closed') return;
    void isRunning(context).then((runs) => !runs && context.state !== 'closed' && onLost('failed'));
  });
  return { track, close: () => void stop(context, node) };
}

async function stop(context: AudioContext, node: RnnoiseWorkletNode): Promise<void> {
  node.destroy();
  await context.close();
}

async function isRunning(context: AudioContext): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patience);
  await Promise.race([context.resume().catch(() => undefined), late]);
  clearTimeout(timer);
  return context.state === 'running';
}
