import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'share'> = {
  goodFor: 'Enviarla para que se pueda',
  text: 'Leer',
  motion: 'Mirar',
  textHint: 'Letras nítidas, pocas imágenes por segundo: para artículos, diapositivas y código.',
  motionHint: 'Muchas imágenes por segundo, algo menos nítidas: para películas y todo lo que se mueve.',
};

addWords('share', es, 'es');
