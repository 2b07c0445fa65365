import { encode, fold } from './encoding.ts';
import type { Round } from './round.ts';

/** A rule staff may be told of, and how many people of the round it kept from somebody there. */
export type KeptApart = { name: 'supervision' | 'metRecently' | 'noLanguageInCommon'; people: number };

/**
 * Whom the rules kept apart, each rule counted by itself. Blocks are not among them and change no number: a pair that
 * is blocked as well counts for the other rules as any pair does.
 */
export function keptApart(round: Round): KeptApart[] {
  const { size, supervision, metDaysAgo, persons } = encode(round);
  const everybody = Array.from({ length: size }, (_, person) => person);
  const recently = (person: number) =>
    [...(metDaysAgo[person]?.values() ?? [])].some((days) => days < round.repeatWindowDays);
  const supervised = (person: number) => !round.supervisorsMay && (supervision[person]?.size ?? 0) > 0;
  const apart = withoutCommonLanguage(
    persons.map(({ languages }) => (languages.length > 0 ? languages : ['en']).map(fold)),
  );
  const count = (kept: (person: number) => boolean) => everybody.filter(kept).length;
  return [
    { name: 'supervision', people: count(supervised) },
    { name: 'metRecently', people: count(recently) },
    { name: 'noLanguageInCommon', people: count((person) => apart[person] ?? false) },
  ];
}

/** By person, whether they share no language with somebody. People who speak the same are looked at once. */
function withoutCommonLanguage(spoken: readonly (readonly string[])[]): boolean[] {
  const keyOf = (languages: readonly string[]) => JSON.stringify([...new Set(languages)].sort());
  const kinds = new Map(spoken.map((languages) => [keyOf(languages), languages]));
  const apart = new Set(
    [...kinds].flatMap(([key, mine]) =>
      [...kinds.values()].some((theirs) => !mine.some((language) => theirs.includes(language))) ? [key] : [],
    ),
  );
  return spoken.map((languages) => apart.has(keyOf(languages)));
}
