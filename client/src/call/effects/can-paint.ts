/** The smallest module with an instruction of SIMD in it. */
const simd = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

/** Whether this browser has what a background takes: a thread that draws with WebGL 2, WebAssembly with SIMD, a track of it. */
export function canPaint(): boolean {
  if (typeof Worker !== 'function' || typeof OffscreenCanvas !== 'function') return false;
  if (!('captureStream' in HTMLCanvasElement.prototype) && !('MediaStreamTrackGenerator' in globalThis)) return false;
  return WebAssembly.validate(simd) && new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
}
