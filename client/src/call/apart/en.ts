import { addWords } from '../../words/index.ts';

const en = {
  title: 'The call, in a small window',
  nobody: 'Nobody else is here.',
  refused: 'The browser did not open the small window. The call goes on here.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    apart: typeof en;
  }
}

addWords('apart', en);
