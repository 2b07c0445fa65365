import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'passing'> = {
  switch: 'متاح لحديث قصير',
  off: 'شغّله، وتُسأل حين يمر من هو متاح لحديث أيضًا.',
  on: 'حتى {{time}}. تُسألان معًا؛ والرفض أو عدم الرد لا يظهر أبدًا.',
  for: 'لمدة',
  minutes: { '30': '30 دقيقة', '60': 'ساعة', '120': 'ساعتين' },
  atMost: 'بحد أقصى',
  aDay_zero: 'لا عروض',
  aDay_one: 'عرض واحد في اليوم',
  aDay_two: 'عرضان في اليوم',
  aDay_few: '{{count}} عروض في اليوم',
  aDay_many: '{{count}} عرضًا في اليوم',
  aDay_other: '{{count}} عرض في اليوم',
  offer: '{{name}} يمر من هنا. خمس دقائق؟',
  saidYes: 'لديك خمس دقائق لـ{{name}}. إن صح ذلك لكليكما تلتقيان بعد لحظة.',
  yes: 'نعم، خمس دقائق',
  notNow: 'ليس الآن',
};

addWords('passing', ar, 'ar');
