import { addWords } from '../words/index.ts';

const en = {
  kept_zero: 'Your door closed when your connection went. Nobody waits.',
  kept_one:
    'Your door closed when your connection went. One person waits and is kept until {{time}}. Open it, and the line stands as it was.',
  kept_other:
    'Your door closed when your connection went. {{count}} people wait and are kept until {{time}}. Open it, and the line stands as it was.',
  pause: 'Give me five minutes',
  paused: 'Everybody sees that you are back at about {{time}}. Nobody is called until then.',
  back: 'I am back',
  closing: 'Your door closes when this visit ends. Those who wait know.',
  keepOpen: 'Keep it open',
  line: 'Your line',
  nobody: 'Nobody waits.',
  waiting_one: 'One person waits.',
  waiting_other: '{{count}} people wait.',
  since: 'since {{time}}',
  inTurn: 'Their turn comes when this visit ends.',
  letIn: 'Let {{name}} in',
  notNow: 'Not now',
  notNowTo: 'Not now: {{name}}',
  movingOn: 'Moving on',
  movingOnHint: 'Ends this visit with a kind word; then the next in line has their turn.',
  closeAfter: 'Close after this one',
  elsewhere: 'Your door is at another device or window. Whoever comes is brought there.',
  carry: 'Carry my door here',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    doorkeeping: typeof en;
  }
}

addWords('doorkeeping', en);
