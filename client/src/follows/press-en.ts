import { addWords } from '../words/index.ts';

const en = {
  tell: 'Tell me when this door opens',
  once: 'You are told when it opens.',
  always: 'You are told every time it opens.',
  everyTime: 'Every time',
  stop: 'Do not tell me',
  asked: 'You are told once, when {{name}}’s door opens. How is for you to choose under Following.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    follow: typeof en;
  }
}

addWords('follow', en);
