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
  chance: {
    title: 'For coffee and other chance meetings',
    under: 'Who you are brought together with goes by this. You may leave any of it empty.',
    offers: 'You can be asked about',
    offersHint: 'With commas between: teaching, saying no. Whoever asked about it may be told.',
    wants: 'You would like to ask about',
    wantsHint: 'With commas between. Whoever can be asked may be told.',
    interests: 'Outside work',
    interestsHint: 'With commas between: choir, long walks',
    languages: 'Languages you like to talk in',
    languagesHint: 'Their codes, with commas between: en, sv',
    division: 'Division',
    site: 'Site',
    profession: 'Profession',
    stage: 'Where you are in your career',
    stages: {
      unsaid: 'Rather not say',
      student: 'Student',
      trainee: 'In training',
      early: 'Early',
      mid: 'Midway',
      late: 'Late',
    },
    likeness: 'Somebody like you',
    likenessUnder: 'Nobody but you sees this, staff included, and nobody is told that it played a part.',
    likenessAttribute: 'What it is about, in your words',
    likenessValue: 'What you are, in your words',
    likenessWanted: 'I would like to meet people who say the same here, when they would like that too',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    people: typeof en;
  }
}

addWords('people', en);
