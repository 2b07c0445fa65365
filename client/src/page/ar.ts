import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'page'> = {
  tryAgain: 'إعادة المحاولة',
};

addWords('page', ar, 'ar');
