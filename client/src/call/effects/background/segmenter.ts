import graphUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url';
import scriptUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.js?url';
import squareUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import wideUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import runtimeUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js?url';
import wasmUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url';

/** As much of MediaPipe's class as is used here (its own types know pages only, not threads). */
interface SelfieSegmentation {
  setOptions(options: { modelSelection: 0 | 1; useCpuInference: boolean }): void;
  onResults(listener: (results: { segmentationMask: ImageBitmap }) => void): void;
  initialize(): Promise<void>;
  send(inputs: { image: OffscreenCanvas }): Promise<void>;
}

interface Scope {
  SelfieSegmentation: new (options: { locateFile: (name: string) => string }) => SelfieSegmentation;
  importScripts(...urls: string[]): void;
}

const scope = self as unknown as Scope;

const urls: Readonly<Record<string, string>> = {
  'selfie_segmentation.tflite': squareUrl,
  'selfie_segmentation_landscape.tflite': wideUrl,
  'selfie_segmentation.binarypb': graphUrl,
  'selfie_segmentation_solution_simd_wasm_bin.js': runtimeUrl,
  'selfie_segmentation_solution_simd_wasm_bin.wasm': wasmUrl,
};

/**
 * Finds where somebody is in a picture: MediaPipe's Selfie Segmentation, on this thread and this machine. On the processor:
 * the model is small (some ms a picture with SIMD), and the same on every graphics card.
 */
export class Segmenter {
  readonly #library: SelfieSegmentation;
  readonly #canvas: OffscreenCanvas;
  readonly #pen: OffscreenCanvasRenderingContext2D;
  #mask: ImageBitmap | null = null;

  /** @throws when it cannot be loaded. */
  static async create(isWide: boolean): Promise<Segmenter> {
    if (!('SelfieSegmentation' in scope)) {
      pretendToBeAPage();
      await runScript(scriptUrl);
    }
    const library = new scope.SelfieSegmentation({ locateFile: (name) => urls[name] ?? name });
    library.setOptions({ modelSelection: isWide ? 1 : 0, useCpuInference: true });
    await library.initialize();
    return new Segmenter(library, isWide);
  }

  private constructor(library: SelfieSegmentation, isWide: boolean) {
    // What the two models look at, in pixels.
    const canvas = new OffscreenCanvas(256, isWide ? 144 : 256);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    this.#library = library;
    this.#canvas = canvas;
    this.#pen = pen;
    library.onResults(({ segmentationMask }) => {
      this.#mask = segmentationMask;
    });
  }

  /** How sure it is, in the red of each pixel, that somebody is there. Of the size the model looks at; whoever gets it closes it. */
  async find(picture: CanvasImageSource): Promise<ImageBitmap> {
    const { width, height } = this.#canvas;
    this.#pen.drawImage(picture, 0, 0, width, height);
    await this.#library.send({ image: this.#canvas });
    const mask = this.#mask;
    this.#mask = null;
    if (!mask) throw new Error('the model found nothing to say');
    return mask;
  }
}

/**
 * The library loads its parts with script elements and draws on canvas elements, which a thread lacks. These few stand in:
 * scripts are run at once, canvases are those of threads.
 */
function pretendToBeAPage(): void {
  const body = {
    appendChild({ src, heard }: { src: string; heard: Record<string, () => void> }): void {
      runScript(src).then(heard['load'], heard['error']);
    },
  };
  const createElement = (name: string) => {
    if (name === 'canvas') return new OffscreenCanvas(1, 1);
    const heard: Record<string, () => void> = {};
    const script = {
      heard,
      src: '',
      setAttribute: (key: string, value: string) => Object.assign(script, { [key]: value }),
      addEventListener: (event: string, listener: () => void) => Object.assign(heard, { [event]: listener }),
    };
    return script;
  };
  const nothing = () => null;
  const document = { body, createElement, addEventListener: nothing, getElementById: nothing, querySelector: nothing };
  Object.assign(self, { window: self, document });
}

async function runScript(url: string): Promise<void> {
  if (!import.meta.env.DEV) return scope.importScripts(url);
  // While developing threads are modules, which have no importScripts.
  const response = await fetch(url);
  // biome-ignore lint/security/noGlobalEval: our own file, and never in what is built
  globalThis.eval(await response.text());
}
