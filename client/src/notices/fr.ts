import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'notices'> = {
  dismiss: 'Fermer',
};

addWords('notices', fr, 'fr');
