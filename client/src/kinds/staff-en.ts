import { addWords } from '../words/index.ts';

const en = {
  title: 'Help desks',
  back: 'Back to the corridor',
  under:
    'A help desk or a domain, such as research careers, is a door that several mentors hold in turn. It is open while at least one of them is on duty.',
  notStaff: 'This page is for the staff of your programme.',
  none: 'There is none yet.',
  make: 'Make a help desk',
  name: 'Name',
  about: 'What it is for',
  entry: 'People',
  entries: { open: 'walk in', ajar: 'knock first' },
  hosts: 'Who holds it',
  noHosts: 'Choose at least one person who holds it.',
  save: 'Save',
  keep: 'Keep it as it is',
  change: 'Change {{title}}',
  end: 'Close {{title}} for good',
  ending: 'It leaves the corridor for good. Who waits is told kindly; visits under way go on.',
  reallyEnd: 'Yes, close it for good',
  keepIt: 'Keep it',
  hours: 'Hours of {{title}}',
  heldBy: 'Held by {{names}}',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    helpDesks: typeof en;
  }
}

addWords('helpDesks', en);
