import { addWords } from '../words/index.ts';

const en = {
  mine: {
    range: 'Your turn is likely to come in about {{from}} to {{to}} minutes.',
    soon: 'Your turn is likely to come within about {{to}} minutes.',
    hard: 'When your turn comes is hard to say.',
  },
  before: {
    range: 'The wait is about {{from}} to {{to}} minutes.',
    soon: 'The wait is up to about {{to}} minutes.',
    hard: 'How long the wait is, is hard to say.',
  },
  lastCall: 'No new visitors for now',
  lastCallLine_one: 'No new visitors for now · {{count}} waits',
  lastCallLine_other: 'No new visitors for now · {{count}} wait',
  last: {
    press: 'No new visitors',
    takeBack: 'Take new visitors again',
    said_zero: 'Nobody new can come in or line up. You can close your door.',
    said_one: 'Nobody new can line up. The one who waits still has their turn.',
    said_other: 'Nobody new can line up. The {{count}} who wait still have their turn.',
  },
  own: {
    summary: 'The line at my door',
    newcomers: 'First-time visitors go first',
    length: 'Remind us softly of those who wait',
    never: 'Never',
    after: 'After {{count}} minutes',
  },
  reminder_one: 'You have talked for {{minutes}} minutes, and one person waits. Take the time you need to end well.',
  reminder_other:
    'You have talked for {{minutes}} minutes, and {{count}} people wait. Take the time you need to end well.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    waiting: typeof en;
  }
}

addWords('waiting', en);
