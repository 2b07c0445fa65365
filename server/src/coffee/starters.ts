import { createHash } from 'node:crypto';
import { AjarError, type EncounterId } from '@ajar/shared';

/** What ships. Each can be answered by anybody, of any rank, in a minute or in ten; none asks for output or success. */
export const shippedStarters: readonly string[] = [
  'What made you laugh lately?',
  'Which place would you show somebody who comes to your town for one afternoon?',
  'What have you changed your mind about?',
  'Who taught you something that you still use, and what was it?',
  'What did you want to become when you were nine?',
  'What do you do on the way home that makes it home?',
  'Which book, film or song have you pressed on other people?',
  'What is a small thing that makes a day good?',
  'What would you like to be a beginner at again?',
  'Which advice did you get that was wrong for you?',
  'What do you cook when nobody is watching?',
  'When did somebody last surprise you?',
  'What is harder than it looks from outside?',
  'Which question do you wish people asked you?',
  'What have you learnt from somebody much younger?',
  'What have you learnt from somebody much older?',
  'Where do you go to think?',
  'What did you stop doing, and are glad you stopped?',
  'Which word in another language do you miss in this one?',
  'What is the kindest thing a stranger has done for you?',
  'If you had this afternoon to yourself, what would you do with it?',
  'What are you curious about that has nothing to do with what you do?',
  'Which room have you felt most at ease in?',
  'What did you find out too late, and could tell somebody in time?',
  'What do people get wrong about where you come from?',
  'What are you looking forward to?',
];

/**
 * The starter of a turn at one coffee. Its order is the coffee's own, the same for everybody there, and nothing comes
 * again before everything has come once.
 */
export function starterAt(starters: readonly string[], coffee: EncounterId, turn: number): string {
  const key = (text: string) => createHash('sha256').update(`${coffee} ${text}`).digest('hex');
  const order = [...new Set(starters)]
    .map((text) => ({ text, key: key(text) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const found = order[turn % order.length];
  if (!found) throw new AjarError('internal', 'no-starters', 'There are no conversation starters here.');
  return found.text;
}
