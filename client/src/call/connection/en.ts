import { addWords } from '../../words/index.ts';

const en = {
  press: 'Connection',
  saving: 'Save data is on',
  resting:
    'Your connection is weak just now: your camera rests so that your voice gets through. It comes back by itself.',
  pictures:
    'Your connection is weak just now: pictures rest so that the voices get through. They come back by themselves.',
  weak: 'weak connection',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connection: typeof en;
  }
}

addWords('connection', en);
