import { addWords } from '../words/index.ts';

const en = {
  on: 'Tell me when Ajar is closed',
  off: 'Stop telling me here',
  why: 'A notification in this browser when something you asked about comes true. Nothing else, ever.',
  isOn: 'This browser tells you when something you asked about comes true.',
  nowOn: 'From now on this browser tells you, also while Ajar is closed.',
  nowOff: 'This browser tells you nothing any more.',
  unknown:
    'This browser cannot tell you things while Ajar is closed. On an iPhone or iPad, add Ajar to the home screen and try there.',
  denied: 'The browser does not let Ajar notify you. Allow it beside the address, then try again.',
  unreachable:
    'The browser’s push service does not answer, so nothing was changed. Try again later; some networks do not let it through.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    push: typeof en;
  }
}

addWords('push', en);
