import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'apart'> = {
  title: 'La llamada, en una ventana pequeña',
  nobody: 'No hay nadie más aquí.',
  refused: 'El navegador no abrió la ventana pequeña. La llamada sigue aquí.',
};

addWords('apart', es, 'es');
