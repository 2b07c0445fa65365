import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'connectionCheck'> = {
  checking: 'جارٍ التحقق من وصول المكالمات من هنا',
  says: {
    best: 'تصل المكالمات من هنا على أفضل حال، ولا حاجة إلى طلب شيء.',
    tcp: 'تعمل المكالمات من هنا عبر TCP، ويتعثر حين تزدحم الشبكة؛ لتحسينها اطلب من قسم التقنية السماح بـUDP إلى {{media}}.',
    relay:
      'تعمل المكالمات من هنا عبر وسيط، ويستغرق ذلك وقتًا أطول قليلًا؛ لتحسينها اطلب من قسم التقنية السماح بـUDP إلى {{media}}.',
    blocked:
      'لا يصل صوت أو صورة من هنا: اطلب من قسم التقنية السماح بـUDP إلى {{media}}، أو {{relayProtocol}} إلى {{relay}}، وجرّب شبكة أخرى أثناء ذلك، كنقطة اتصال هاتف.',
    blockedWithoutRelay:
      'لا يصل صوت أو صورة من هنا: اطلب من قسم التقنية السماح بـUDP أو TCP إلى {{media}}، وجرّب شبكة أخرى أثناء ذلك، كنقطة اتصال هاتف.',
    socket:
      'تُفتح الصفحات من هنا لكن المكالمات لا تبدأ: اطلب من قسم التقنية السماح باتصالات WebSocket إلى {{socket}}، وجرّب شبكة أخرى أثناء ذلك، كنقطة اتصال هاتف.',
  },
  failed: 'تعذر التحقق من الاتصال الآن. {{words}}',
  where_zero: '{{host}}',
  where_one: '{{host}}، المنفذ {{ports}}',
  where_two: '{{host}}، المنفذان {{ports}}',
  where_few: '{{host}}، المنافذ {{ports}}',
  where_many: '{{host}}، المنافذ {{ports}}',
  where_other: '{{host}}، المنافذ {{ports}}',
  need: {
    through: '{{protocol}} إلى {{where}}: يصل',
    blocked: '{{protocol}} إلى {{where}}: لا يصل',
    untried: '{{protocol}} إلى {{where}}: لم يُجرّب',
  },
  details: 'التفاصيل',
  intro: 'ما تستعمله المكالمات، الأفضل أولًا. يكفي واحد من UDP وTCP وTURN.',
  copy: 'نسخ لقسم التقنية',
  copied: 'تم النسخ.',
  again: 'التحقق من جديد',
  call: {
    label: 'طريق الوصول',
    keep: 'مواصلة المحاولة',
    again: 'إعادة المحاولة',
    check: 'التحقق من الاتصال',
  },
};

addWords('connectionCheck', ar, 'ar');
