import { addWords } from '../words/index.ts';

/** The few words that stand on first screens; the rest come with the screens they belong to. */
const safety = {
  about: 'Report or block {{name}}',
  open: 'Report or block',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    safety: typeof safety;
  }
}

addWords('safety', safety);
