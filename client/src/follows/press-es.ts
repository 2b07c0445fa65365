import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'follow'> = {
  tell: 'Avisarme cuando se abra esta puerta',
  once: 'Se le avisa cuando se abra.',
  always: 'Se le avisa cada vez que se abre.',
  everyTime: 'Cada vez',
  stop: 'No avisarme',
  asked: 'Se le avisa una vez, cuando se abra la puerta de {{name}}. Cómo, se elige en Puertas seguidas.',
};

addWords('follow', es, 'es');
