import { addWords } from '../words/index.ts';

const en = {
  bring: 'Bring someone',
  hint: 'You wait with one place and go in together.',
  nobody: 'Nobody who could come along is here just now.',
  who: 'Whom would you like to bring to {{mentor}}?',
  choose: 'Choose somebody',
  ask: 'Ask quietly',
  never: 'Never mind',
  asked: 'You asked {{name}} to come along. If there is no answer within two minutes, you may ask somebody else.',
  together: 'You and {{name}} have one place at {{mentor}}’s door. Both of you are called.',
  question: 'Asked to come along',
  wouldLike: '{{name}} waits for {{mentor}} and would like you to come along.',
  quiet: 'You would wait with one place and go in together. {{name}} is not told if you would rather not.',
  yes: 'Yes, come along',
  no: 'Not now',
  inside: '{{name}} is with {{mentor}}, and you may follow.',
  follow: 'Follow',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    bringing: typeof en;
  }
}

addWords('bringing', en);
