import { type Bits, inCommon, numbersIn } from './bits.ts';
import type { PairingGraph } from './graph.ts';
import type { Class, Crowd, Trait, Words } from './matching/crowd.ts';
import { pairWeights } from './weights.ts';

/** The people of a graph, numbered as they are listed, in the form in which a matching of thousands reads them. */
export function crowdOf(graph: PairingGraph, people: readonly number[]): Crowd {
  const person = (place: number) => people[place] ?? -1;
  const { division, site, profession, likeness, offers, wants, interests } = graph.people;
  const trait = (values: Int32Array, worth: Pick<Trait, 'same' | 'differ'>): Trait => ({
    of: Int32Array.from(people, (one) => values[one] ?? -1),
    ...worth,
  });
  const differing = (values: Int32Array, name: string) => trait(values, { same: 0, differ: graph.worthOf(name, 1) });
  const placeOf = new Map(people.map((one, place) => [one, place]));
  const wordsOf = (bits: Bits) => words(bits, people);
  const [asked, liked] = [
    (n: number) => graph.worthOf('wantedIsOffered', n),
    (n: number) => graph.worthOf('sharedInterests', n),
  ];
  return {
    size: people.length,
    weight: (a, b) => (graph.permitted(person(a), person(b)) ? graph.ranked(person(a), person(b)) : Number.NaN),
    base: graph.worthOf('neverMet', 1),
    own: Float64Array.from(people, (one) => graph.turnOf(one)),
    traits: [
      differing(division, 'differentDivision'),
      differing(site, 'differentSite'),
      differing(profession, 'differentProfession'),
      trait(likeness, { same: graph.tip, differ: 0 }),
    ],
    classes: [stagesOf(graph, people), languagesOf(graph, people)],
    wants: wordsOf(wants),
    offers: wordsOf(offers),
    asked: [0, asked(1), asked(2)],
    likes: wordsOf(interests),
    liked: [0, liked(1), liked(2), liked(3)],
    apart: (place) => graph.apartFrom(person(place)).flatMap((one) => placeOf.get(one) ?? []),
    seed: graph.lots,
  };
}

const ofStages = pairWeights.filter(({ name }) => name === 'nearStage' || name === 'stagesApart');

function stagesOf(graph: PairingGraph, people: readonly number[]): Class {
  const { of, examples } = numbered(people, (one) => graph.people.stage[one]);
  return {
    of,
    count: examples.length,
    worth: (one, other) => {
      const [a, b] = [examples[one] ?? -1, examples[other] ?? -1];
      return ofStages.reduce((sum, { name, share }) => sum + graph.worthOf(name, share(graph.people, a, b)), 0);
    },
  };
}

function languagesOf({ people: { languages } }: PairingGraph, people: readonly number[]): Class {
  const { of, examples } = numbered(people, (one) => numbersIn(languages, one).join());
  return {
    of,
    count: examples.length,
    worth: (one, other) =>
      inCommon(languages, examples[one] ?? -1, languages, examples[other] ?? -1) > 0 ? 0 : Number.NEGATIVE_INFINITY,
  };
}

/** By place, the number of what is read there; and by number somebody of whom it was read. */
function numbered(people: readonly number[], read: (person: number) => unknown) {
  const numbers = new Map<unknown, number>();
  const examples: number[] = [];
  const of = Int32Array.from(people, (person) => {
    const value = read(person);
    const number = numbers.get(value) ?? numbers.size;
    if (number === numbers.size) examples.push(person);
    numbers.set(value, number);
    return number;
  });
  return { of, examples };
}

function words(bits: Bits, people: readonly number[]): Words {
  const start = new Int32Array(people.length + 1);
  const word: number[] = [];
  for (const [place, person] of people.entries()) {
    word.push(...numbersIn(bits, person));
    start[place + 1] = word.length;
  }
  return { count: 32 * bits.width, start, word: Int32Array.from(word) };
}
