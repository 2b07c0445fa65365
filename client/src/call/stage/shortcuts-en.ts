import { addWords } from '../../words/index.ts';

const en = {
  title: 'Keyboard shortcuts',
  microphone: 'Microphone on or off',
  camera: 'Camera on or off',
  share: 'Share screen, or stop',
  hand: 'Raise or lower your hand',
  chat: 'Chat',
  view: 'Everybody alike, or whoever speaks large',
  point: 'Point at what is shared, or stop',
  apart: 'Picture in picture, or back',
  leave: 'Leave',
  help: 'These shortcuts',
  hold: 'Speak while you hold it, when you are muted',
  space: 'Space',
  close: 'Close',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shortcuts: typeof en;
  }
}

addWords('shortcuts', en);
