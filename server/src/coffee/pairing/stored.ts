import { fold } from './encoding.ts';
import type { PairingPerson, Round } from './round.ts';

/**
 * The round as a receipt keeps it: what it takes to draw it again, and nothing that somebody said privately. Of a
 * likeness stays only who is alike in it, among those who asked for it; of somebody who was alike with nobody, nothing.
 */
export function withoutPrivateWords(round: Round): Round {
  const alike = Map.groupBy(round.people, likenessOf);
  const marks = new Map<string, string>();
  for (const [said, people] of alike) {
    if (said !== undefined && people.length > 1) marks.set(said, String(marks.size));
  }
  return {
    ...round,
    people: round.people.map((person) => {
      const mark = marks.get(likenessOf(person) ?? '');
      return { ...person, likeness: mark === undefined ? null : { attribute: 'alike', value: mark, wanted: true } };
    }),
  };
}

function likenessOf({ likeness }: PairingPerson): string | undefined {
  return likeness?.wanted ? JSON.stringify([fold(likeness.attribute), fold(likeness.value)]) : undefined;
}
