import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'notices'> = {
  dismiss: 'إخفاء',
};

addWords('notices', ar, 'ar');
