import { at, valueAt } from './arrays.ts';
import type { Crowd, Words } from './crowd.ts';

/** By person: what they are worth to others on average. A first guess of what having them as partner costs. */
export function averageWorth(crowd: Crowd): Float64Array {
  const { size, own, asked, liked, wants, offers, likes } = crowd;
  const worth = new Float64Array(size);
  const add = (each: (person: number) => number) => {
    for (let person = 0; person < size; person += 1) worth[person] = valueAt(worth, person) + each(person);
  };
  add((person) => valueAt(own, person));
  for (const { of, same, differ } of crowd.traits) {
    const { counts, known } = countsOf(of);
    add((person) => {
      const alike = counts.get(at(of, person)) ?? 0;
      return at(of, person) < 0 ? 0 : (same * alike + differ * (known - alike)) / size;
    });
  }
  for (const { of, count, worth: worthOf } of crowd.classes) {
    const { counts } = countsOf(of);
    const mean = Float64Array.from({ length: count }, (_, one) => {
      let sum = 0;
      // That some may not meet is no matter of price.
      for (const [other, people] of counts) sum += Math.max(0, worthOf(one, other)) * people;
      return sum / size;
    });
    add((person) => valueAt(mean, at(of, person)));
  }
  const [, one] = asked;
  const [, like] = liked;
  const demand = (having: Words, looking: Words, points: number) => {
    const people = peopleByWord(looking);
    add((person) => {
      let sum = 0;
      for (let n = at(having.start, person); n < at(having.start, person + 1); n += 1) {
        sum += valueAt(people, at(having.word, n));
      }
      return (points * sum) / size;
    });
  };
  demand(offers, wants, one);
  demand(wants, offers, one);
  demand(likes, likes, like);
  return worth;
}

function countsOf(of: Int32Array): { counts: Map<number, number>; known: number } {
  const counts = new Map<number, number>();
  let known = 0;
  for (const value of of) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (value >= 0) known += 1;
  }
  return { counts, known };
}

function peopleByWord({ count, word }: Words): Float64Array {
  const people = new Float64Array(count);
  for (const one of word) people[one] = valueAt(people, one) + 1;
  return people;
}
