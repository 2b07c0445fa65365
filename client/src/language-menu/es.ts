import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'language'> = {
  label: 'Idioma',
};

addWords('language', es, 'es');
