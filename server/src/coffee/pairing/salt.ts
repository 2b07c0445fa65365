import { randomInt } from 'node:crypto';

/** A salt nobody can know before the drawing. */
export function newSalt(): number {
  return randomInt(2 ** 31);
}
