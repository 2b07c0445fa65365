import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'page'> = {
  tryAgain: 'Intentar de nuevo',
};

addWords('page', es, 'es');
