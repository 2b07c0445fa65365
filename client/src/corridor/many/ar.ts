import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'manyDoors'> = {
  find: 'البحث عن باب',
  hint: 'اسم أو مكان أو موضوع للحديث',
  topics: 'يسعدهم الحديث عن',
  doors_zero: 'لا أبواب',
  doors_one: 'باب واحد',
  doors_two: 'بابان، المفتوح أولًا',
  doors_few: '{{count}} أبواب، المفتوح أولًا',
  doors_many: '{{count}} بابًا، المفتوح أولًا',
  doors_other: '{{count}} باب، المفتوح أولًا',
  found_zero: 'لا باب يطابق البحث',
  found_one: 'باب واحد يطابق البحث',
  found_two: 'بابان يطابقان البحث',
  found_few: '{{count}} أبواب تطابق البحث',
  found_many: '{{count}} بابًا يطابق البحث',
  found_other: '{{count}} باب يطابق البحث',
  none: 'لا باب يطابق «{{words}}».',
  noneHint: 'الأحرف الأقل تجد أكثر. يكفي اسم أو مكان أو موضوع.',
  clear: 'عرض كل الأبواب',
  open: 'مفتوحة أو مواربة أيضًا',
  followed: 'أبواب تتابعها',
  rest: 'بقية الأبواب',
  moreAround_zero: 'لا مزيد',
  moreAround_one: 'عرض واحد آخر',
  moreAround_two: 'عرض اثنين آخرين',
  moreAround_few: 'عرض {{count}} آخرين',
  moreAround_many: 'عرض {{count}} آخرين',
  moreAround_other: 'عرض {{count}} آخرين',
  nobodyAround: 'لا أحد بهذا الاسم هنا الآن.',
};

addWords('manyDoors', ar, 'ar');
