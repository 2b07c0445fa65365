import { addWords } from '../words/index.ts';

const en = {
  title: 'Following',
  under: 'You are told when these doors open. Nobody sees whom you follow, the people behind the doors least of all.',
  back: 'Back to the corridor',
  doors: 'Doors',
  none: 'You follow no door. At a closed one, press “Tell me when this door opens”.',
  stopOf: 'Do not tell me of {{name}}',
  stopped: 'You are not told of {{name}} any more.',
  undo: 'Tell me again',
  ways: 'How you are told',
  push: 'By a notification',
  pushUnder: 'In every browser that may notify you.',
  mail: 'By mail',
  quiet: 'Quiet hours',
  quietUnder:
    'A door that opens in these hours is not told, then or later: that it was open at night is no news in the morning. Where you asked for once, you are told the next time.',
  from: 'From',
  to: 'Until',
  zone: 'By the clocks of {{zone}}.',
  save: 'Save the hours',
  saved: 'Saved.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    follows: typeof en;
  }
}

addWords('follows', en);
