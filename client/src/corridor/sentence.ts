import { type CorridorSnapshot, type DoorId, doorChoice } from '@ajar/shared';
import type { TFunction } from 'i18next';
import { firstName } from '../words/index.ts';

type Counted = 'open' | 'ajar' | 'moreAjar' | 'busy';
type Plain = 'allClosed' | 'noDoors' | 'coffeeMine' | 'coffeeSomeone' | 'coffeeFree';

/** One short sentence of the line at the top. */
export type SentencePart =
  | { say: Counted; count: number }
  | { say: 'knocked' | 'inLine'; name: string }
  | { say: Plain };

/** What is possible in the corridor right now, most useful first. */
export function sentenceParts({ doors, memberId, table, mine }: CorridorSnapshot): SentencePart[] {
  const coffee: Plain = mine.seat ? 'coffeeMine' : table.taken > 0 ? 'coffeeSomeone' : 'coffeeFree';
  const visits = mine.visits.filter((visit) => visit.state === 'waiting');
  const isStaffed = (id: DoorId) => doors.some((door) => door.doorId === id && door.kind === 'staffed');
  const waiting = visits.map(({ doorId, knocked, mentorName }) => {
    const name = isStaffed(doorId) ? mentorName : firstName(mentorName);
    return { say: knocked ? 'knocked' : 'inLine', name } as const;
  });
  const waitedAt = new Set(visits.map((visit) => visit.doorId));
  const choices = doors.filter((door) => door.memberId !== memberId && !waitedAt.has(door.doorId)).map(doorChoice);
  const mayStillWalkIn = choices.includes('walk-in');
  return [...waiting, ...(waiting.length === 0 || mayStillWalkIn ? doorParts(choices) : []), { say: coffee }];
}

function doorParts(choices: readonly ReturnType<typeof doorChoice>[]): SentencePart[] {
  const count = (choice: string) => choices.filter((other) => other === choice).length;
  const [open, ajar, busy] = [count('walk-in'), count('knock'), count('wait')];
  if (open > 0 && ajar > 0) {
    return [
      { say: 'open', count: open },
      { say: 'moreAjar', count: ajar },
    ];
  }
  if (open > 0) return [{ say: 'open', count: open }];
  if (ajar > 0) return [{ say: 'ajar', count: ajar }];
  if (busy > 0) return [{ say: 'busy', count: busy }];
  return [{ say: choices.length > 0 ? 'allClosed' : 'noDoors' }];
}

const spelled = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** `Three`, and from thirteen on `13`, as the language writes it. */
function numberWord(t: TFunction<'corridor'>, count: number, language: string): string {
  const word = spelled.find((number) => number === count);
  return word ? t(`number.${word}`) : new Intl.NumberFormat(language).format(count);
}

/** The line at the top in words: `Three doors open. Coffee has a seat free.` */
export function sentence(t: TFunction<'corridor'>, parts: readonly SentencePart[], language: string): string {
  const words = parts.map((part) => {
    if ('count' in part) {
      return t(`sentence.${part.say}`, { count: part.count, number: numberWord(t, part.count, language) });
    }
    if ('name' in part) return t(`sentence.${part.say}`, { name: part.name });
    return t(`sentence.${part.say}`);
  });
  return words.join(' ');
}
