import { addWords } from '../../words/index.ts';

const en = {
  title: 'View',
  layout: 'How you see everybody',
  grid: 'Everybody alike',
  speaker: 'Whoever speaks, large',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    view: typeof en;
  }
}

addWords('view', en);
