import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'safety'> = {
  about: 'إبلاغ عن {{name}} أو حظره',
  open: 'إبلاغ أو حظر',
};

addWords('safety', ar, 'ar');
