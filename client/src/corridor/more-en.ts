import { addWords } from '../words/index.ts';

const en = {
  sitsSmall: 'You asked for a small table: it begins as soon as three can sit together.',
  usual: 'Most coffees here begin around {{hours}}.',
  stay: 'Look around meanwhile: your seat is kept while this page is open.',
  callMe: 'Call me when somebody sits down',
  callFor: 'Within',
  hours_one: 'one hour',
  hours_other: '{{count}} hours',
  halfHour: 'half an hour',
  called: 'You are called until {{time}} if somebody sits down, also when you have left the table.',
  dontCall: 'Do not call me',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    coffeeMore: typeof en;
  }
}

addWords('coffeeMore', en);
