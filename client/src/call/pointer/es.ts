import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'pointer'> = {
  point: 'Señalar',
  stop: 'Dejar de señalar',
  key: 'Atajo: O',
  surface: 'Señale con el ratón, un dedo o las flechas. Escape para terminar.',
  you: 'Usted',
};

addWords('pointer', es, 'es');
