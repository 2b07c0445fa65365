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
  notes: {
    title: 'After your conversations',
    again: 'Meet {{name}} again?',
    private: 'Asked of each of you privately. {{name}} learns what you say only if you both say yes.',
    yes: 'Yes, meet again',
    no: 'No thanks',
    worth: 'Was it worth the time?',
    worthSeen: 'If you like. Staff only ever see how many said so, never fewer than five people.',
    spark: 'You and {{name}} both want to meet again.',
    sparkUnder: 'You see how to reach each other, and can write to arrange it.',
    more: 'There is something new between you and {{name}}.',
    write: 'Write to {{name}}',
  },
  worth: { yes: 'Yes', somewhat: 'Somewhat', no: 'No' },
  sparks: {
    title: 'Sparks',
    under: 'People you want to meet again, who want it too.',
    none: 'Nobody yet. When you and somebody you met both say that you want to meet again, you find them here.',
    since: 'Since {{date}}',
    news: 'Something new',
    corridor: 'Back to the corridor',
    all: 'All sparks',
    gone: 'There is no such thread of yours.',
    contact: 'To reach them: {{contact}}',
    noContact: 'They have not said how else to reach them.',
  },
  thread: {
    title: 'Arrange to meet',
    under: 'Only you and {{name}} read this. What you delete is gone for both.',
    you: 'You',
    delete: 'Delete',
    deleteThis: 'Delete “{{text}}”',
    write: 'Write to {{name}}',
    send: 'Send',
  },
  mentor: {
    title: 'Mentoring',
    under: '{{name}} may say no; that would say nothing about you.',
    ask: 'Ask to be my mentor',
    accept: 'Accept',
    decline: 'Decline kindly',
    them: {
      asked: 'You have asked {{name}} to be your mentor. An answer may take a while.',
      active: '{{name}} is your mentor.',
      declined: '{{name}} cannot be a mentor to you just now. That is no answer to you as a person.',
    },
    me: {
      asked: '{{name}} asks you to be their mentor.',
      active: 'You are the mentor of {{name}}.',
      declined: 'You have declined to be the mentor of {{name}}, kindly.',
    },
  },
  reports: {
    title: 'Reports',
    list: 'What was reported',
    under: 'The latest first. The people these are about do not see them; nobody sees a report about themselves.',
    none: 'Nothing was reported.',
    notStaff: 'Only programme staff see this page. If you should, ask a colleague who is staff already.',
    who: '{{reporter}} about {{about}}',
    kind: {
      door: 'During a visit',
      coffee: 'Over coffee',
      round: 'In a round',
      passing: 'In passing',
      lounge: 'While waiting together',
    },
  },
  pulses: {
    title: 'Worth the time',
    under:
      'How many people found their conversations worth the time, each counted once a month, by what they said last. A month is shown once it is over, and no figure is about fewer than five people.',
    none: 'No month is over yet in which five people said the same.',
    month: 'Month',
    few: 'fewer than five',
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
