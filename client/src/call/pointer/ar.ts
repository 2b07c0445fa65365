import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'pointer'> = {
  point: 'إشارة',
  stop: 'إيقاف الإشارة',
  key: 'اختصار: O',
  surface: 'أشر بالفأرة أو الإصبع أو مفاتيح الأسهم. مفتاح Escape ينهيها.',
  you: 'أنت',
};

addWords('pointer', ar, 'ar');
