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
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    chat: typeof en;
  }
}

addWords('chat', en);
