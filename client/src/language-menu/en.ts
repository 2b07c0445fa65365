import { addWords } from '../words/index.ts';

const en = {
  label: 'Language',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    language: typeof en;
  }
}

addWords('language', en);
