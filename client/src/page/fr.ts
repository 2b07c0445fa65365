import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'page'> = {
  tryAgain: 'Réessayer',
};

addWords('page', fr, 'fr');
