import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'talking'> = {
  title: 'وقت حديثي',
  early: 'لا يكفي ما مضى للحساب بعد.',
  share: 'كان نصيبك من الحديث نحو {{share}}.',
  since: 'يُحسب هنا منذ {{time}}، لك وحدك. لا يُحفظ في أي مكان.',
  close: 'إبعاده',
};

addWords('talking', ar, 'ar');
