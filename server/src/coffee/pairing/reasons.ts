import type { PageLanguage } from '@ajar/shared';
import { inLanguage } from '../../words/index.ts';
import { fold } from './encoding.ts';
import type { PairingGraph } from './graph.ts';
import { reasonWords } from './words.ts';

type ReasonWords = (typeof reasonWords)['en'];

/** What the sentences need to know of people, by id. The engine knows ids only. */
export type Told = {
  /** Names, as the sentences say them. Without one, the other is "the other". */
  names?: Readonly<Record<string, string>> | undefined;
  /** The language each is told in. Default: English. */
  languages?: Readonly<Record<string, PageLanguage>> | undefined;
};

/** One plain sentence for each person at a table, in their own language. */
export function reasonsFor(
  graph: PairingGraph,
  table: readonly number[],
  { names = {}, languages = {}, oddTable = false }: Told & { oddTable?: boolean } = {},
): Record<string, string> {
  return Object.fromEntries(
    table.map((me) => {
      const id = graph.people.ids[me] ?? '';
      const words = inLanguage(reasonWords, languages[id] ?? 'en');
      const others = table.filter((person) => person !== me);
      const said = [howWeMet(graph, me, others, words), whatWeHave(graph, me, others, { names, words })];
      if (oddTable) said.push(words.oddTable);
      return [id, said.filter(Boolean).join(' ')];
    }),
  );
}

function howWeMet({ people }: PairingGraph, me: number, others: readonly number[], words: ReasonWords): string {
  const known = others.filter((other) => people.metDaysAgo[me]?.has(other)).length;
  if (others.length > 1) {
    if (known === 0) return words.notMetOthers;
    return known < others.length ? words.notMetAll : words.metBefore;
  }
  const days = people.metDaysAgo[me]?.get(others[0] ?? -1);
  return days === undefined ? words.notMet : lastMet(days, words);
}

function lastMet(days: number, { lastMet: { days: inDays, weeks, months, years } }: ReasonWords): string {
  if (days >= 365) return years;
  if (days >= 60) return months(Math.round(days / 30.4));
  return days >= 14 ? weeks(Math.round(days / 7)) : inDays(days);
}

/** The first thing that was weighed and that both may know. Career stages are not: rank is hidden at coffee. */
function whatWeHave(
  graph: PairingGraph,
  me: number,
  others: readonly number[],
  { names, words }: { names: Readonly<Record<string, string>>; words: ReasonWords },
): string {
  const pairs = others.map((other) => ({ other, weighed: new Set(graph.factors(me, other).map(({ name }) => name)) }));
  const several = others.length > 1;
  for (const sentence of [theyOffer, iOffer, bothLike]) {
    for (const { other, weighed } of pairs) {
      const who = names[graph.people.ids[other] ?? ''] ?? (several ? words.somebody : words.theOther);
      const said = sentence(graph, me, other, weighed, { who, several, words });
      if (said) return said;
    }
  }
  const weighed = (name: string) => pairs.some((pair) => pair.weighed.has(name));
  if (weighed('differentDivision')) return words.divisions;
  if (weighed('differentSite')) return words.sites;
  if (weighed('differentProfession')) return words.professions;
  return '';
}

type Sentence = (
  graph: PairingGraph,
  me: number,
  other: number,
  weighed: ReadonlySet<string>,
  telling: { who: string; several: boolean; words: ReasonWords },
) => string | undefined;

const theyOffer: Sentence = ({ people }, me, other, weighed, { who, words }) => {
  const domain = weighed.has('wantedIsOffered') && shared(people.persons[other]?.offers, people.persons[me]?.wants);
  return domain ? words.theyOffer(who, domain) : undefined;
};

const iOffer: Sentence = ({ people }, me, other, weighed, { who, words }) => {
  const domain = weighed.has('wantedIsOffered') && shared(people.persons[me]?.offers, people.persons[other]?.wants);
  return domain ? words.iOffer(who, domain) : undefined;
};

const bothLike: Sentence = ({ people }, me, other, weighed, { several, words }) => {
  const [mine, theirs] = [people.persons[me]?.interests, people.persons[other]?.interests];
  const interest = weighed.has('sharedInterests') && shared(mine, theirs);
  if (!interest) return undefined;
  return several ? words.shareWithSomebody(interest) : words.share(interest);
};

/** A word that is in both lists, as the first one writes it. */
function shared(mine: readonly string[] = [], theirs: readonly string[] = []): string | undefined {
  const folded = new Set(theirs.map(fold));
  return mine.find((word) => word && folded.has(fold(word)));
}
