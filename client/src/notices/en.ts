import { addWords } from '../words/index.ts';

const en = {
  dismiss: 'Dismiss',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    notices: typeof en;
  }
}

addWords('notices', en);
