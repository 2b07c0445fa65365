import { draw } from './drawings.ts';
import type { Look } from './protocol.ts';
import { blurShader, vertexShader, wholeShader } from './shaders.ts';

/** A picture as it comes from the camera. */
export type Picture = VideoFrame | ImageBitmap;

/** The blurred background is drawn at this share of the width and height: nobody sees the difference. */
const blurScale = 1 / 4;
/** How far apart the samples of each pass are, in pixels of that smaller picture: wide and then fine. */
const passes = [3.2, 1.6];

/** Puts somebody in front of a background, in WebGL 2. Owns its canvas. */
export class Compositor {
  readonly canvas = new OffscreenCanvas(2, 2);
  readonly #gl: WebGL2RenderingContext;
  readonly #blur: Program;
  readonly #whole: Program;
  readonly #picture: WebGLTexture;
  readonly #mask: WebGLTexture;
  readonly #behind: WebGLTexture;
  readonly #small: readonly [Target, Target];
  /** What is drawn in `behind`, and how large. */
  #drawn = '';

  /** @throws when this machine cannot. */
  constructor() {
    const gl = this.canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
    if (!gl) throw new Error('no WebGL 2');
    this.#gl = gl;
    this.#blur = program(gl, blurShader, ['picture', 'mask', 'step', 'first', 'over']);
    this.#whole = program(gl, wholeShader, ['picture', 'mask', 'behind', 'weighted', 'pixel', 'over']);
    [this.#picture, this.#mask, this.#behind] = [texture(gl), texture(gl), texture(gl)];
    this.#small = [target(gl), target(gl)];
    const corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  }

  /** Draws this picture on the canvas, with this look wherever the mask sees nobody. */
  paint(picture: Picture, mask: ImageBitmap, look: Look): void {
    const gl = this.#gl;
    if (gl.isContextLost()) throw new Error('the graphics card was taken away');
    const { width, height } = sizeOf(picture);
    this.#fit(width, height);
    upload(gl, this.#picture, picture);
    upload(gl, this.#mask, mask);
    if (look === 'blur') this.#blurBehind(width, height);
    else this.#drawBehind(look, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, width, height);
    this.#begin(this.#whole, { picture: this.#picture, mask: this.#mask, behind: this.#behindOf(look) });
    gl.uniform1f(this.#whole.at('over'), 1);
    gl.uniform1f(this.#whole.at('weighted'), look === 'blur' ? 1 : 0);
    gl.uniform2f(this.#whole.at('pixel'), 1 / mask.width, 1 / mask.height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  #behindOf(look: Look): WebGLTexture {
    return look === 'blur' ? this.#small[1].texture : this.#behind;
  }

  #fit(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return;
    Object.assign(this.canvas, { width, height });
    const gl = this.#gl;
    for (const { texture: small } of this.#small) {
      gl.bindTexture(gl.TEXTURE_2D, small);
      const [w, h] = [Math.ceil(width * blurScale), Math.ceil(height * blurScale)];
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, w, h, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    }
  }

  /** Sideways and then down, wide and then fine; whoever is in front does not smear into it. */
  #blurBehind(width: number, height: number): void {
    const gl = this.#gl;
    const [w, h] = [Math.ceil(width * blurScale), Math.ceil(height * blurScale)];
    gl.viewport(0, 0, w, h);
    let from = this.#picture;
    for (const [pass, apart] of passes.entries()) {
      for (const [to, step] of [
        [this.#small[0], [apart / w, 0]],
        [this.#small[1], [0, apart / h]],
      ] as const) {
        gl.bindFramebuffer(gl.FRAMEBUFFER, to.frame);
        this.#begin(this.#blur, { picture: from, mask: this.#mask });
        gl.uniform2f(this.#blur.at('step'), step[0], step[1]);
        gl.uniform1f(this.#blur.at('first'), pass === 0 && from === this.#picture ? 1 : 0);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
        from = to.texture;
      }
    }
  }

  #drawBehind(look: Exclude<Look, 'blur'>, width: number, height: number): void {
    const drawn = `${look} ${width} ${height}`;
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    upload(this.#gl, this.#behind, draw(look, width, height));
  }

  #begin({ program: each, at }: Program, textures: Readonly<Record<string, WebGLTexture>>): void {
    const gl = this.#gl;
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's, not React's
    gl.useProgram(each);
    for (const [unit, [name, bound]] of Object.entries(textures).entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, bound);
      gl.uniform1i(at(name), unit);
    }
    gl.activeTexture(gl.TEXTURE0);
  }
}

export function sizeOf(picture: Picture): { width: number; height: number } {
  if (picture instanceof ImageBitmap) return { width: picture.width, height: picture.height };
  return { width: picture.displayWidth, height: picture.displayHeight };
}

interface Program {
  program: WebGLProgram;
  at: (uniform: string) => WebGLUniformLocation | null;
}

interface Target {
  texture: WebGLTexture;
  frame: WebGLFramebuffer;
}

function program(gl: WebGL2RenderingContext, fragment: string, uniforms: readonly string[]): Program {
  const made = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.bindAttribLocation(made, 0, 'corner');
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made) ?? 'no program');
  const places = new Map(uniforms.map((name) => [name, gl.getUniformLocation(made, name)]));
  return { program: made, at: (uniform) => places.get(uniform) ?? null };
}

function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return made;
}

function target(gl: WebGL2RenderingContext): Target {
  const made = { texture: texture(gl), frame: gl.createFramebuffer() };
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 2, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, made.frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, made.texture, 0);
  return made;
}

function upload(gl: WebGL2RenderingContext, to: WebGLTexture, source: Picture | OffscreenCanvas): void {
  gl.bindTexture(gl.TEXTURE_2D, to);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
}
