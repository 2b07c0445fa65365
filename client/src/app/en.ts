import { addWords } from '../words/index.ts';

const en = {
  notFound: {
    title: 'There is no door here',
    words: 'The address may be old or mistyped. The corridor is where everything starts.',
    go: 'Go to the corridor',
  },
  noProgram: {
    title: 'You are in, but in no programme yet',
    words:
      'You are signed in as {{email}}, and no programme knows that address. Ask the staff of your programme to add it, then look again.',
    again: 'Look again',
    signOut: 'Sign out',
  },
  broken: {
    title: 'This page stopped working',
    words:
      'Something in this page went wrong. What you did before is kept. Loading the page again usually mends it; if it comes back, tell the staff of your programme.',
    again: 'Load the page again',
  },
  unreachable: {
    title: 'Ajar does not answer',
    again: 'Try again',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof en;
  }
}

addWords('app', en);
