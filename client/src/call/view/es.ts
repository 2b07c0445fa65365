import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'view'> = {
  title: 'Vista',
  layout: 'Cómo se ve a todas las personas',
  grid: 'Todas por igual',
  speaker: 'Quien habla, en grande',
  besides: 'Qué más se ve',
  talkingTime: 'Mi tiempo de palabra',
  apart: 'Imagen en imagen',
};

addWords('view', es, 'es');
