import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'moderation'> = {
  menu: 'ما يمكنك فعله: {{name}}',
  'ask-to-mute': 'طلب كتم الصوت',
  mute: 'إغلاق الميكروفون',
  'stop-share': 'إيقاف المشاركة',
  'lower-hand': 'خفض اليد',
  'shown-out': 'طلب الخروج',
  barred: 'إخراج نهائي',
  bar: 'غرفتك',
  lock: 'قفل الغرفة',
  unlock: 'فتح قفل الغرفة',
  locked: 'لا يدخل أحد جديد. من يأتي يطرق الباب.',
  knocks: '{{name}} عند الباب.',
  letIn: 'إدخال {{name}}',
  notNow: 'ليس الآن',
  notNowTo: 'ليس الآن: {{name}}',
};

addWords('moderation', ar, 'ar');
