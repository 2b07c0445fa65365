import { addWords } from '../../words/index.ts';

const en = {
  find: 'Find a door',
  hint: 'A name, a place, or something to talk about',
  topics: 'Happy to talk about',
  doors_one: '{{count}} door',
  doors_other: '{{count}} doors, open ones first',
  found_one: '{{count}} door matches',
  found_other: '{{count}} doors match',
  none: 'No door matches “{{words}}”.',
  noneHint: 'Fewer letters find more. A name, a place or a topic is enough.',
  clear: 'Show every door',
  open: 'Also open or ajar',
  followed: 'Doors you follow',
  rest: 'Every other door',
  moreAround_one: 'Show {{count}} more',
  moreAround_other: 'Show {{count}} more',
  nobodyAround: 'Nobody of that name is around just now.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    manyDoors: typeof en;
  }
}

addWords('manyDoors', en);
