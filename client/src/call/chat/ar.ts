import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'chat'> = {
  title: 'الرسائل',
  hint: 'يراها من هنا الآن. تزول حين تنتهي هذه المكالمة.',
  close: 'إغلاق الرسائل',
  messages: 'الرسائل المكتوبة',
  empty: 'لم يُكتب شيء بعد.',
  field: 'الكتابة إلى كل من هنا',
  send: 'إرسال',
  you: 'أنت',
  attach: 'عرض ملف حتى 10 ميغابايت',
  file: {
    mine: 'معروض على كل من هنا ما دمت هنا.',
    take: 'أخذ {{name}}',
    coming: '{{name}} في الطريق',
    cancel: 'إيقاف',
    save: 'حفظ {{name}}',
    failed: 'لم يصل كاملًا، ولم يُحفظ منه شيء.',
    again: 'أخذ {{name}} من جديد',
    gone: 'لم يعد معروضًا.',
  },
};

addWords('chat', ar, 'ar');
