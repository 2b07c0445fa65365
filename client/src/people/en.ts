import { addWords } from '../words/index.ts';

const en = {
  title: 'People',
  under: 'Everybody in {{program}}. Add somebody, and they can sign in with that address.',
  add: 'Add a person',
  name: 'Name',
  email: 'Email address',
  staff: 'Programme staff',
  adding: 'Add to the programme',
  list: 'In the programme',
  count_one: '{{count}} person',
  count_other: '{{count}} people',
  back: 'Back to the corridor',
  notStaff: 'Only programme staff see this page. If you should, ask a colleague who is staff already.',
  tryAgain: 'Try again',
  plate: {
    title: 'My name plate',
    under: 'What others read at your door, before they come in.',
    name: 'Name',
    place: 'What you do and where',
    placeHint: 'For example: Clinician scientist · Toronto',
    talksAbout: 'Happy to talk about',
    talksAboutHint: 'A few words: teaching, saying no',
    contact: 'How to reach you',
    contactHint: 'Shown only where you both want to meet again: an address, a number. Empty: nothing is shared.',
    firstTimeFine: 'A first visit is welcome',
    save: 'Save',
    cancel: 'Cancel',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    people: typeof en;
  }
}

addWords('people', en);
