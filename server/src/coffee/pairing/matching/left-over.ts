import { mix } from '../random.ts';
import { at } from './arrays.ts';
import type { Crowd } from './crowd.ts';

/** Of more than this share of the people, this would be no way to pair them. */
const FEW = 0.05;
/** How many pairs are asked to part for two who are left over, and with how many others each of these is tried. */
const ASKED = 4_000;
const TRIED = 4;

/**
 * Seats people whom a matching left over, two at a time: with each other, or with the two of a pair that parts for them,
 * whichever weighs the most. Of a crowd in which nearly all may meet, that costs next to nothing; where rules leave few
 * pairs, somebody may remain.
 *
 * @param mate By person: their partner, or −1. Changed.
 */
export function seatLeftOver(crowd: Crowd, mate: Int32Array): void {
  const alone: number[] = [];
  for (let person = 0; person < crowd.size; person += 1) if (at(mate, person) < 0) alone.push(person);
  if (alone.length > FEW * crowd.size) return;
  for (let one = alone.shift(); one !== undefined; one = alone.shift()) {
    const with_ = alone.slice(0, TRIED).find((other) => seatTwo(crowd, mate, one ?? -1, other));
    if (with_ !== undefined) alone.splice(alone.indexOf(with_), 1);
  }
}

function seatTwo({ size, seed, weight }: Crowd, mate: Int32Array, one: number, other: number): boolean {
  const together = weight(one, other);
  let most = Number.isNaN(together) ? Number.NEGATIVE_INFINITY : together;
  let parting = -1;
  const first = mix(seed, one, other) % size;
  for (let n = 0; n < Math.min(size, ASKED); n += 1) {
    const a = (first + n) % size;
    const b = at(mate, a);
    if (b < 0) continue;
    // NaN, where a rule forbids it, is never more.
    const gain = weight(one, a) + weight(other, b) - weight(a, b);
    if (!(gain > most)) continue;
    most = gain;
    parting = a;
  }
  if (most === Number.NEGATIVE_INFINITY) return false;
  if (parting < 0) seatTogether(mate, one, other);
  else {
    const left = at(mate, parting);
    seatTogether(mate, one, parting);
    seatTogether(mate, other, left);
  }
  return true;
}

function seatTogether(mate: Int32Array, one: number, other: number): void {
  mate[one] = other;
  mate[other] = one;
}
