import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'language'> = {
  label: 'اللغة',
};

addWords('language', ar, 'ar');
