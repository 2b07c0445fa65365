import { addWords } from '../../words/index.ts';

const en = {
  title: 'Chat',
  hint: 'Seen by those who are here now. It is gone when this call is over.',
  close: 'Close chat',
  messages: 'Messages',
  empty: 'Nothing has been written yet.',
  field: 'Write to everybody here',
  send: 'Send',
  you: 'You',
  attach: 'Offer a file of up to 10 MB',
  file: {
    mine: 'On offer to everybody here, while you are.',
    take: 'Take {{name}}',
    coming: '{{name}} is coming',
    cancel: 'Stop',
    save: 'Save {{name}}',
    failed: 'It did not come through whole, and nothing of it was kept.',
    again: 'Take {{name}} again',
    gone: 'It is not on offer any more.',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    chat: typeof en;
  }
}

addWords('chat', en);
