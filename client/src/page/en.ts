import { addWords } from '../words/index.ts';

const en = { tryAgain: 'Try again' } as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    page: typeof en;
  }
}

addWords('page', en);
