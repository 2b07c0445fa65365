import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'view'> = {
  title: 'العرض',
  layout: 'كيف ترى الجميع',
  grid: 'الجميع بالتساوي',
  speaker: 'المتحدث كبيرًا',
  besides: 'ما تراه أيضًا',
  talkingTime: 'وقت حديثي',
  apart: 'صورة داخل صورة',
};

addWords('view', ar, 'ar');
