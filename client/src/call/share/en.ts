import { addWords } from '../../words/index.ts';

const en = {
  goodFor: 'Send it so that one can',
  text: 'Read',
  motion: 'Watch',
  textHint: 'Sharp letters, few pictures a second: for papers, slides and code.',
  motionHint: 'Many pictures a second, a little less sharp: for films and for whatever moves.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    share: typeof en;
  }
}

addWords('share', en);
