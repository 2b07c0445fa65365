import { fold } from './encoding.ts';
import type { PairingGraph } from './graph.ts';

/** Names by id, for sentences; without one, the other is "they". Names are the caller's: the engine knows ids only. */
export type Names = Readonly<Record<string, string>>;

/** One plain sentence for each person at a table. */
export function reasonsFor(
  graph: PairingGraph,
  table: readonly number[],
  { names = {}, oddTable = false }: { names?: Names | undefined; oddTable?: boolean } = {},
): Record<string, string> {
  return Object.fromEntries(
    table.map((me) => {
      const others = table.filter((person) => person !== me);
      const said = [howWeMet(graph, me, others), whatWeHave(graph, me, others, names)];
      if (oddTable) said.push('You were an odd number, so this table is for three.');
      return [graph.people.ids[me] ?? '', said.filter(Boolean).join(' ')];
    }),
  );
}

function howWeMet({ people }: PairingGraph, me: number, others: readonly number[]): string {
  const known = others.filter((other) => people.metDaysAgo[me]?.has(other)).length;
  if (others.length > 1) {
    if (known === 0) return 'You have not met the others.';
    return known < others.length ? 'You have not met everybody here.' : 'You have met before, some time ago.';
  }
  const days = people.metDaysAgo[me]?.get(others[0] ?? -1);
  return days === undefined ? 'You have not met.' : `You last met ${ago(days)}.`;
}

function ago(days: number): string {
  if (days >= 365) return 'more than a year ago';
  if (days >= 60) return `${Math.round(days / 30.4)} months ago`;
  if (days >= 14) return `${Math.round(days / 7)} weeks ago`;
  return days > 1 ? `${days} days ago` : 'a day ago';
}

/** The first thing that was weighed and that both may know. Career stages are not: rank is hidden at coffee. */
function whatWeHave(graph: PairingGraph, me: number, others: readonly number[], names: Names): string {
  const pairs = others.map((other) => ({ other, weighed: new Set(graph.factors(me, other).map(({ name }) => name)) }));
  for (const sentence of [theyOffer, iOffer, bothLike]) {
    for (const { other, weighed } of pairs) {
      const said = sentence(graph, me, other, weighed, names[graph.people.ids[other] ?? ''], others.length > 1);
      if (said) return said;
    }
  }
  const weighed = (name: string) => pairs.some((pair) => pair.weighed.has(name));
  if (weighed('differentDivision')) return 'You work in different divisions.';
  if (weighed('differentSite')) return 'You work at different sites.';
  if (weighed('differentProfession')) return 'You come from different professions.';
  return '';
}

type Sentence = (
  graph: PairingGraph,
  me: number,
  other: number,
  weighed: ReadonlySet<string>,
  name: string | undefined,
  several: boolean,
) => string | undefined;

const theyOffer: Sentence = ({ people }, me, other, weighed, name, several) => {
  const domain = weighed.has('wantedIsOffered') && shared(people.persons[other]?.offers, people.persons[me]?.wants);
  if (!domain) return undefined;
  return `${name ?? (several ? 'Somebody here' : 'The other')} likes to be asked about ${domain}; you asked about it.`;
};

const iOffer: Sentence = ({ people }, me, other, weighed, name, several) => {
  const domain = weighed.has('wantedIsOffered') && shared(people.persons[me]?.offers, people.persons[other]?.wants);
  if (!domain) return undefined;
  return `${name ?? (several ? 'Somebody here' : 'The other')} would like to ask about ${domain}, which you offer.`;
};

const bothLike: Sentence = ({ people }, me, other, weighed, _name, several) => {
  const [mine, theirs] = [people.persons[me]?.interests, people.persons[other]?.interests];
  const interest = weighed.has('sharedInterests') && shared(mine, theirs);
  if (!interest) return undefined;
  return several ? `You share an interest in ${interest} with somebody here.` : `You share an interest in ${interest}.`;
};

/** A word that is in both lists, as the first one writes it. */
function shared(mine: readonly string[] = [], theirs: readonly string[] = []): string | undefined {
  const folded = new Set(theirs.map(fold));
  return mine.find((word) => word && folded.has(fold(word)));
}
