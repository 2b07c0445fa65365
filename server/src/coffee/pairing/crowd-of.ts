import { numbersIn } from './bits.ts';
import type { PairingGraph } from './graph.ts';
import type { Crowd } from './matching/crowd.ts';
import { pairWeights } from './weights.ts';

/** What many people have in common, so that it is weighed once for a kind of people rather than for each pair. */
const byKind = pairWeights.filter(({ name }) =>
  ['differentDivision', 'differentSite', 'differentProfession', 'nearStage', 'stagesApart'].includes(name),
);

/** More kinds than this are not told apart by profession. */
const mostKinds = 1_500;

/** The people of a graph, numbered as they are listed, in the form in which a matching of thousands reads them. */
export function crowdOf(graph: PairingGraph, people: readonly number[]): Crowd {
  const { offers, wants, interests } = graph.people;
  const person = (place: number) => people[place] ?? -1;
  const domains = 32 * offers.width;
  const [asked, shared] = [graph.worthOf('wantedIsOffered'), graph.worthOf('sharedInterests')];
  const kinds = kindsOf(graph, people);
  const worths = byKind.map(({ name, share }) => ({ share, worth: graph.worthOf(name) }));
  const traitsOf = (theirs: typeof offers, theyLookFor: typeof wants, place: number) => [
    ...numbersIn(theirs, person(place)),
    ...numbersIn(theyLookFor, person(place)).map((domain) => domains + domain),
  ];
  const liked = (place: number) => numbersIn(interests, person(place)).map((interest) => 2 * domains + interest);
  return {
    size: people.length,
    weight: (a, b) => (graph.permitted(person(a), person(b)) ? graph.drawn(person(a), person(b)) : Number.NaN),
    traits: 2 * domains + 32 * interests.width,
    shows: (place) => [...traitsOf(offers, wants, place), ...liked(place)],
    seeks: (place) => [
      ...traitsOf(wants, offers, place).map((trait) => ({ trait, worth: asked })),
      ...liked(place).map((trait) => ({ trait, worth: shared })),
    ],
    kinds: kinds.examples.length,
    kindOf: (place) => kinds.of[place] ?? 0,
    worthOfKinds: (one, other) => {
      const [a, b] = [kinds.examples[one] ?? 0, kinds.examples[other] ?? 0];
      return worths.reduce((sum, { share, worth }) => sum + worth * share(graph.people, a, b), 0);
    },
    seed: graph.lots,
  };
}

/** By place, the kind; and for each kind somebody who is of it. */
function kindsOf({ people: { division, site, stage, profession } }: PairingGraph, people: readonly number[]) {
  const numberBy = (said: readonly Int32Array[]) => {
    const numbers = new Map<string, number>();
    const examples: number[] = [];
    const of = people.map((person) => {
      const key = said.map((values) => values[person]).join(' ');
      const number = numbers.get(key) ?? numbers.size;
      if (number === numbers.size) examples.push(person);
      numbers.set(key, number);
      return number;
    });
    return { of, examples };
  };
  const all = numberBy([division, site, stage, profession]);
  return all.examples.length <= mostKinds ? all : numberBy([division, site, stage]);
}
