import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'apart'> = {
  title: 'المكالمة في نافذة صغيرة',
  nobody: 'لا أحد آخر هنا.',
  refused: 'لم يفتح المتصفح النافذة الصغيرة. تستمر المكالمة هنا.',
};

addWords('apart', ar, 'ar');
