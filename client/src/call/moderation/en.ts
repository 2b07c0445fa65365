import { addWords } from '../../words/index.ts';

const en = {
  menu: 'What you can do: {{name}}',
  'ask-to-mute': 'Ask to mute',
  mute: 'Turn microphone off',
  'stop-share': 'Stop their sharing',
  'lower-hand': 'Lower hand',
  'shown-out': 'Ask to step out',
  barred: 'Show out for good',
  bar: 'Your room',
  lock: 'Lock the room',
  unlock: 'Unlock the room',
  locked: 'Nobody new comes in. Whoever comes knocks.',
  knocks: '{{name}} is at the door.',
  letIn: 'Let {{name}} in',
  notNow: 'Not now',
  notNowTo: 'Not now: {{name}}',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    moderation: typeof en;
  }
}

addWords('moderation', en);
