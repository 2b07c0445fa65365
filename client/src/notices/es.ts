import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'notices'> = {
  dismiss: 'Cerrar',
};

addWords('notices', es, 'es');
