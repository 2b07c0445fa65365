import { addWords } from '../words/index.ts';

const en = {
  switch: 'Up for a chat',
  off: 'Switch it on, and you are asked when somebody who is up for a chat too passes by.',
  on: 'Until {{time}}. You are both asked; a no, or no answer, is never shown.',
  for: 'For',
  minutes: { '30': '30 minutes', '60': '1 hour', '120': '2 hours' },
  atMost: 'At most',
  aDay_zero: 'no offers',
  aDay_one: '{{count}} offer a day',
  aDay_other: '{{count}} offers a day',
  offer: '{{name}} is passing by. Five minutes?',
  saidYes: 'You have five minutes for {{name}}. If that goes for both of you, you meet in a moment.',
  yes: 'Yes, five minutes',
  notNow: 'Not now',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    passing: typeof en;
  }
}

addWords('passing', en);
