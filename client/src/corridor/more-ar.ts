import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'coffeeMore'> = {
  sitsSmall: 'طلبت طاولة صغيرة: تبدأ حالما يستطيع ثلاثة الجلوس معًا.',
  usual: 'تبدأ القهوة هنا غالبًا حوالي {{hours}}.',
  stay: 'انظر حولك أثناء ذلك: مقعدك محفوظ ما دامت هذه الصفحة مفتوحة.',
  callMe: 'نادني حين يجلس أحد',
  callFor: 'خلال',
  hours_zero: 'أقل من ساعة',
  hours_one: 'ساعة',
  hours_two: 'ساعتين',
  hours_few: '{{count}} ساعات',
  hours_many: '{{count}} ساعة',
  hours_other: '{{count}} ساعة',
  halfHour: 'نصف ساعة',
  called: 'تُنادى حتى {{time}} إذا جلس أحد، ولو كنت غادرت الطاولة.',
  dontCall: 'لا تنادني',
};

addWords('coffeeMore', ar, 'ar');
