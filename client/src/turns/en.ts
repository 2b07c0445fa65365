import { addWords } from '../words/index.ts';

const en = {
  label: 'Your turn',
  now: 'It is your turn with {{name}}. Come in when you are ready.',
  left: '{{left}} left. After that you go back one place, and keep it.',
  comeIn: 'Come in',
  missed: 'You were called to {{name}}’s door and were away. You are one place further back, and are called again.',
  here: 'I am here',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    turns: typeof en;
  }
}

addWords('turns', en);
