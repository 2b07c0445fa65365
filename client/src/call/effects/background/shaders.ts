/**
 * One triangle over everything. Textures begin with their upper row, as pictures do; only the canvas begins with its lower
 * one, so the last pass turns it over. (Asking WebGL to do so at upload would not: it leaves ImageBitmaps as they are.)
 */
export const vertexShader = `#version 300 es
in vec2 corner;
uniform float over;
out vec2 place;
void main() {
  place = vec2(corner.x, over > 0.5 ? -corner.y : corner.y) * 0.5 + 0.5;
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

/**
 * One pass of a Gaussian blur. Each pixel counts by how little of somebody is in it, so that nobody smears into the room
 * behind them; how much counted is kept in alpha.
 */
export const blurShader = `#version 300 es
precision mediump float;
uniform sampler2D picture;
uniform sampler2D mask;
uniform vec2 step;
uniform float first;
in vec2 place;
out vec4 colour;
vec4 at(vec2 where) {
  vec4 seen = texture(picture, where);
  if (first < 0.5) return seen;
  float room = 1.0 - smoothstep(0.1, 0.6, texture(mask, where).r);
  return vec4(seen.rgb * room, room);
}
void main() {
  // Weights of a Gaussian with a deviation of two steps.
  vec4 sum = at(place) * 0.2042;
  sum += (at(place + step) + at(place - step)) * 0.1802;
  sum += (at(place + 2.0 * step) + at(place - 2.0 * step)) * 0.1238;
  sum += (at(place + 3.0 * step) + at(place - 3.0 * step)) * 0.0663;
  sum += (at(place + 4.0 * step) + at(place - 4.0 * step)) * 0.0276;
  colour = sum;
}`;

/** Somebody in front of what is behind them, the edge between them soft. */
export const wholeShader = `#version 300 es
precision mediump float;
uniform sampler2D picture;
uniform sampler2D mask;
uniform sampler2D behind;
uniform float weighted;
uniform vec2 pixel;
in vec2 place;
out vec4 colour;
void main() {
  // The mask is coarse: its neighbours smooth the steps of it.
  float sure = texture(mask, place).r * 0.4;
  sure += (texture(mask, place + vec2(pixel.x, 0.0)).r + texture(mask, place - vec2(pixel.x, 0.0)).r) * 0.15;
  sure += (texture(mask, place + vec2(0.0, pixel.y)).r + texture(mask, place - vec2(0.0, pixel.y)).r) * 0.15;
  vec4 room = texture(behind, place);
  vec3 back = weighted > 0.5 ? room.rgb / max(room.a, 0.02) : room.rgb;
  float front = smoothstep(0.3, 0.8, sure);
  colour = vec4(mix(back, texture(picture, place).rgb, front), 1.0);
}`;
