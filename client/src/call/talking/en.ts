import { addWords } from '../../words/index.ts';

const en = {
  title: 'My talking time',
  early: 'There is not enough to go by yet.',
  share: 'About {{share}} of the talking was yours.',
  since: 'Counted here since {{time}}, for you alone. It is kept nowhere.',
  close: 'Put it away',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    talking: typeof en;
  }
}

addWords('talking', en);
