import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'app'> = {
  notFound: {
    title: 'لا باب هنا',
    words: 'ربما كان العنوان قديمًا أو فيه خطأ. كل شيء يبدأ من الممر.',
    go: 'إلى الممر',
  },
  noProgram: {
    title: 'تم الدخول، لكن بلا برنامج بعد',
    words: 'تم الدخول باسم {{email}}، ولا يعرف أي برنامج هذا العنوان. اطلب من فريق برنامجك إضافته، ثم انظر من جديد.',
    again: 'النظر من جديد',
    signOut: 'تسجيل الخروج',
  },
  broken: {
    title: 'توقفت هذه الصفحة عن العمل',
    words:
      'حدث خلل في هذه الصفحة. ما فعلته من قبل محفوظ. تحميل الصفحة من جديد يصلح الأمر عادة؛ فإن تكرر فأخبر فريق برنامجك.',
    again: 'تحميل الصفحة من جديد',
  },
  unreachable: {
    title: 'لا يجيب Ajar',
    again: 'إعادة المحاولة',
  },
};

addWords('app', ar, 'ar');
