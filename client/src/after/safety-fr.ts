import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'safety'> = {
  about: 'Signaler ou bloquer {{name}}',
  open: 'Signaler ou bloquer',
};

addWords('safety', fr, 'fr');
