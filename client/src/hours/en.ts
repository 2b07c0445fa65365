import { addWords } from '../words/index.ts';

const en = {
  title: 'Hours of my door',
  back: 'Back to the corridor',
  under:
    'Hours are a promise that asks first: five minutes before, you are asked whether to open. Without an answer your door stays closed.',
  tryAgain: 'Try again',
  span: '{{from}} to {{to}}',
  every: {
    day: 'Every day',
    week: '{{day}}s',
    fortnight: 'Every other {{day}}',
    month: 'Once a month',
  },
  when: { today: 'today', tomorrow: 'tomorrow' },
  line: {
    regular: '{{every}} {{span}}. Next: {{when}}.',
    once: 'Opens {{when}}, {{span}}',
    until: 'Open until {{to}}',
    closed: 'Closed this time. Next: {{when}}, {{span}}.',
    closedOnce: 'Closed this time',
  },
  door: {
    title: 'Hours of {{name}}',
    yours: 'All times are those of your clock ({{zone}}).',
    next: 'Next times',
    none: 'No hours are set just now.',
    calendar: 'Your calendar can follow these hours by an address of your own. Nobody is told.',
    address: 'Address of these hours',
    close: 'Close',
  },
  notice: {
    label: 'Hours of my door',
    asked: 'Your hours begin at {{from}}. Open now?',
    late: 'Your hours began at {{from}}. Open now?',
    yes: 'Your door opens at {{from}}, if you are here then.',
    closed: 'Your hours began at {{from}} and your door is closed. It can still open.',
  },
  press: {
    open: 'Open my door',
    atTheHour: 'Open at {{from}}',
    notToday: 'Not today',
    longer: '15 minutes more',
    mine: 'My hours',
  },
  own: {
    next: 'Next hours: {{when}}, {{span}}.',
    held: 'Your hours end at {{to}}.',
  },
  kept: {
    title: 'My hours',
    none: 'You hold no hours yet. Even one hour every two weeks gives people a time to look forward to, and you can skip any of them.',
    add: 'Add hours',
    change: 'Change',
    changeOf: 'Change {{hours}}',
    remove: 'Remove',
    removeOf: 'Remove {{hours}}',
    removed: '{{hours}}: removed.',
    undo: 'Undo',
    next: 'Next times of {{hours}}',
    once: 'Once',
    zone: 'by the clock of {{zone}}',
    knock: 'Your door is left ajar: people knock.',
    skip: 'Skip',
    skipOf: 'Skip {{when}}',
    hold: 'Hold after all',
    holdOf: 'Hold after all: {{when}}',
    skipped: 'Skipped',
    dayOff: 'Day off',
  },
  form: {
    title: 'New hours',
    changeTitle: 'Change these hours',
    often: 'How often',
    rhythms: { weekly: 'Every week', fortnightly: 'Every two weeks', once: 'Once', own: 'As it is now' },
    day: 'Day',
    date: 'Date',
    first: 'First time',
    from: 'From',
    to: 'To',
    zone: 'Time zone',
    door: 'Your door',
    open: 'Open: people walk in',
    ajar: 'Ajar: people knock',
    save: 'Save these hours',
    cancel: 'Cancel',
    backwards: 'The end is before the beginning. Choose a later one.',
    long: 'Hours last from 5 minutes to 12 hours.',
  },
  off: {
    title: 'Days off',
    under: 'On these days your hours do not take place. Nobody is told why.',
    holidays: 'Holidays of the programme',
    holidaysUnder: 'On these days no hours take place at any door.',
    from: 'First day',
    to: 'Last day',
    name: 'Name, if you like',
    add: 'Add days off',
    addHoliday: 'Add a holiday',
    remove: 'Remove',
    removeOf: 'Remove {{days}}',
    range: '{{from}} to {{to}}',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    hours: typeof en;
  }
}

addWords('hours', en);
