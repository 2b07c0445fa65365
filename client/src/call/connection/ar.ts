import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'connection'> = {
  press: 'الاتصال',
  saving: 'توفير البيانات مفعّل',
  resting: 'اتصالك ضعيف الآن: تستريح الكاميرا ليصل صوتك. تعود من تلقاء نفسها.',
  pictures: 'اتصالك ضعيف الآن: تستريح الصور لتصل الأصوات. تعود من تلقاء نفسها.',
  weak: 'اتصال ضعيف',
};

addWords('connection', ar, 'ar');
