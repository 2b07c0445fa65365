import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'safety'> = {
  about: 'Avisar o bloquear: {{name}}',
  open: 'Avisar o bloquear',
};

addWords('safety', es, 'es');
