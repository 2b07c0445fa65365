import { addWords } from '../words/index.ts';

const en = {
  while: 'While you wait',
  nobody: 'Others wait for {{mentor}} too. If you like, wait together.',
  inside_one: '{{names}} waits for {{mentor}} too, and would rather not wait alone.',
  inside_other: '{{names}} wait for {{mentor}} together.',
  inOne: 'You wait together with others.',
  step: 'Wait together',
  hint: 'A call with those in this line who would rather not wait alone. You keep your place.',
  back: 'Back to the lounge',
  label: 'Your place in line',
  next: 'You are next with {{name}}. You are called from here.',
  before_one: '{{count}} person is before you with {{name}}. You are called from here.',
  before_other: '{{count}} people are before you with {{name}}. You are called from here.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    lounge: typeof en;
  }
}

addWords('lounge', en);
