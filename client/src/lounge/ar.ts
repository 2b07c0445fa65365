import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'lounge'> = {
  while: 'أثناء الانتظار',
  nobody: 'ينتظر آخرون {{mentor}} أيضًا. انتظروا معًا إن شئتم.',
  inside_zero: 'لا أحد ينتظر {{mentor}} هنا.',
  inside_one: 'ينتظر {{names}} {{mentor}} أيضًا، ويفضل ألا ينتظر وحده.',
  inside_two: 'ينتظر {{names}} {{mentor}} معًا.',
  inside_few: 'ينتظر {{names}} {{mentor}} معًا.',
  inside_many: 'ينتظر {{names}} {{mentor}} معًا.',
  inside_other: 'ينتظر {{names}} {{mentor}} معًا.',
  inOne: 'أنت تنتظر مع آخرين.',
  step: 'الانتظار معًا',
  hint: 'مكالمة مع من في هذا الصف ممن يفضلون ألا ينتظروا وحدهم. مكانك محفوظ.',
  back: 'العودة إلى الاستراحة',
  label: 'مكانك في الصف',
  next: 'الدور التالي لك عند {{name}}. تُنادى من هنا.',
  before_zero: 'لا أحد قبلك عند {{name}}. تُنادى من هنا.',
  before_one: 'قبلك شخص واحد عند {{name}}. تُنادى من هنا.',
  before_two: 'قبلك شخصان عند {{name}}. تُنادى من هنا.',
  before_few: 'قبلك {{count}} أشخاص عند {{name}}. تُنادى من هنا.',
  before_many: 'قبلك {{count}} شخصًا عند {{name}}. تُنادى من هنا.',
  before_other: 'قبلك {{count}} شخص عند {{name}}. تُنادى من هنا.',
};

addWords('lounge', ar, 'ar');
