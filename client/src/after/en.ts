import { addWords } from '../words/index.ts';

const en = {
  dialog: {
    title: 'Report or block {{name}}',
    titleWhom: 'Report or block',
    whom: 'Whom is it about?',
    blockTitle: 'Block',
    blockWords:
      'You and {{name}} are no longer shown to each other, here or at the table, and never brought together. If you are in a call together, you leave it at once. {{name}} is not told.',
    blockUndo: 'You can lift it later under My name plate.',
    block: 'Block {{name}}',
    reportTitle: 'Report',
    reportWords:
      'The staff of your programme read it and see that it comes from you. {{name}} is not told, and does not see it.',
    reason: 'What is it about?',
    reasons: {
      harassment: 'Harassment or threats',
      discrimination: 'Discrimination or hateful words',
      uncomfortable: 'They made me uncomfortable',
      pretending: 'They are not who they say they are',
      misuse: 'Selling, or using the programme for something else',
      other: 'Something else',
    },
    words: 'In your own words, if you like',
    blockToo: 'Block {{name}} too',
    send: 'Send report',
    cancel: 'Cancel',
  },
  blocked: 'You have blocked {{name}}. You are not shown to each other any more.',
  reported: 'Your report is with the staff of your programme. Thank you for telling them.',
  blocks: {
    title: 'People you have blocked',
    under: 'They are not told that you have, nor when you lift it.',
    unblock: 'Unblock',
    unblockName: 'Unblock {{name}}',
    unblocked: '{{name}} and you can see each other again.',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    after: typeof en;
  }
}

addWords('after', en);
