import { addWords } from '../../words/index.ts';

const en = {
  point: 'Point',
  stop: 'Stop pointing',
  key: 'Shortcut: O',
  surface: 'Point with the mouse, a finger or the arrow keys. Escape ends it.',
  you: 'You',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    pointer: typeof en;
  }
}

addWords('pointer', en);
