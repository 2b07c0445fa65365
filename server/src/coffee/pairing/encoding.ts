import { AjarError, careerStage } from '@ajar/shared';
import { type Bits, bitsOf } from './bits.ts';
import type { PairingPerson, Round } from './round.ts';

/**
 * A round as arrays of numbers, a person being their place in the order of ids: what the rules and weights read half a
 * million times. -1 stands for what was not said.
 */
export type People = {
  size: number;
  ids: readonly string[];
  persons: readonly PairingPerson[];
  division: Int32Array;
  site: Int32Array;
  profession: Int32Array;
  /** Place in the order of a career, 0 the student. */
  stage: Int32Array;
  /** Offered and wanted domains, over one list of domains. */
  offers: Bits;
  wants: Bits;
  interests: Bits;
  languages: Bits;
  /** The attribute and value, only of those who asked for it. */
  likeness: Int32Array;
  /** By person, who the other is: undefined where nobody. Both directions are filled in. */
  blocked: (Set<number> | undefined)[];
  supervision: (Set<number> | undefined)[];
  /** By person and other: days since they last met, never negative. */
  metDaysAgo: (Map<number, number> | undefined)[];
};

/** @throws AjarError `bad-input` when two people have the same id. */
export function encode(round: Round): People {
  const persons = [...round.people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const ids = persons.map((person) => person.id);
  const places = new Map(ids.map((id, place) => [id, place]));
  if (places.size < ids.length) {
    const twice = round.people.findIndex(({ id }, at) => round.people.findIndex((other) => other.id === id) < at);
    throw new AjarError(
      'bad-input',
      'same-id-twice',
      `people.${twice}.id: "${round.people[twice]?.id}" is there twice. Give each person an id of their own.`,
    );
  }
  const domains = new Map<string, number>();
  const each = (read: (person: PairingPerson) => readonly string[]) => persons.map((person) => read(person).map(fold));
  return {
    size: ids.length,
    ids,
    persons,
    division: numbered(persons.map(({ division }) => division)),
    site: numbered(persons.map(({ site }) => site)),
    profession: numbered(persons.map(({ profession }) => profession)),
    stage: Int32Array.from(persons, ({ stage }) => (stage ? careerStage.options.indexOf(stage) : -1)),
    offers: bitsOf(
      each(({ offers }) => offers),
      domainsOf(persons, domains),
    ),
    wants: bitsOf(
      each(({ wants }) => wants),
      domains,
    ),
    interests: bitsOf(each(({ interests }) => interests)),
    languages: bitsOf(each(({ languages }) => (languages.length > 0 ? languages : ['en']))),
    likeness: numbered(
      persons.map(({ likeness }) =>
        likeness?.wanted ? JSON.stringify([fold(likeness.attribute), fold(likeness.value)]) : null,
      ),
    ),
    blocked: related(ids.length, placed(round.blocks, places)),
    supervision: related(ids.length, placed(supervisionsIn(round), places)),
    metDaysAgo: lastMeetings(round, places),
  };
}

/** Words are the same whatever their case and the space around them. */
export function fold(word: string): string {
  return word.trim().toLocaleLowerCase('en');
}

function domainsOf(persons: readonly PairingPerson[], domains: Map<string, number>): Map<string, number> {
  for (const person of persons) {
    for (const word of [...person.offers, ...person.wants].map(fold)) {
      if (word && !domains.has(word)) domains.set(word, domains.size);
    }
  }
  return domains;
}

function numbered(words: readonly (string | null | undefined)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(words, (said) => {
    const word = said ? fold(said) : '';
    if (!word) return -1;
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
}

function supervisionsIn(round: Round): [string, string][] {
  const named = round.people.flatMap(({ id, supervisor }): [string, string][] =>
    supervisor ? [[supervisor, id]] : [],
  );
  return [...named, ...round.supervisions];
}

/** Pairs of places; those that name somebody who is not in the round concern nobody here. */
function placed(pairs: readonly (readonly [string, string])[], places: ReadonlyMap<string, number>) {
  return pairs.flatMap(([first, second]): [number, number][] => {
    const [a, b] = [places.get(first), places.get(second)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b]];
  });
}

function related(size: number, pairs: readonly [number, number][]): (Set<number> | undefined)[] {
  const sets = new Array<Set<number> | undefined>(size).fill(undefined);
  const add = (a: number, b: number) => {
    const set = sets[a] ?? new Set<number>();
    sets[a] = set.add(b);
  };
  for (const [a, b] of pairs) {
    add(a, b);
    add(b, a);
  }
  return sets;
}

const dayLength = 86_400_000;

function lastMeetings(round: Round, places: ReadonlyMap<string, number>): (Map<number, number> | undefined)[] {
  const today = Date.parse(round.on);
  const maps = new Array<Map<number, number> | undefined>(round.people.length).fill(undefined);
  const keep = (a: number, b: number, daysAgo: number) => {
    const map = maps[a] ?? new Map<number, number>();
    maps[a] = map.set(b, Math.min(daysAgo, map.get(b) ?? daysAgo));
  };
  for (const meeting of round.met) {
    const [pair] = placed([meeting.people], places);
    if (!pair) continue;
    // A meeting after the round's day is one of today on a server further east.
    const daysAgo = Math.max(0, Math.round((today - Date.parse(meeting.on)) / dayLength));
    keep(pair[0], pair[1], daysAgo);
    keep(pair[1], pair[0], daysAgo);
  }
  return maps;
}
