import { addWords } from '../words/index.ts';

const en = {
  knocking: '{{name}} is knocking',
  inLine: '{{name}} waits at your door',
  atDesk: '{{title}}: somebody waits',
  admitted: {
    'let-in': 'Come in: {{names}}',
    'your-turn': 'Your turn with {{names}}',
    visitor: '{{names}} walked in',
    coffee: 'Coffee with {{names}}',
    passing: 'Five minutes with {{names}}',
  },
  passing: '{{name}} is passing by. Five minutes?',
  declined: {
    'not-now': '{{name}} cannot talk just now. That is no answer to you; knock again another time.',
    closed: '{{name}} has closed the door for now. That is no answer to you; it opens again another time.',
    away: '{{name}} could not come back in time, so the line at this door has ended. Thank you for waiting.',
    closing: '{{name}} had to stop after the last visit, so your turn did not come today. Thank you for waiting.',
  },
  tableCalls: 'Somebody sat down for coffee, as you wanted to be told. Sit down too, and you meet.',
  signedOut: 'You were signed out. Nothing is lost; sign in to go on.',
  notUnderstood: 'Something arrived that this page does not understand. Load the page again; it may have been updated.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    live: typeof en;
  }
}

addWords('live', en);
