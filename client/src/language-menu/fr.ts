import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'language'> = {
  label: 'Langue',
};

addWords('language', fr, 'fr');
