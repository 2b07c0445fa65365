import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'connection'> = {
  press: 'Conexión',
  saving: 'El ahorro de datos está activado',
  resting: 'La conexión es débil en este momento: la cámara descansa para que la voz llegue. Vuelve por sí sola.',
  pictures:
    'La conexión es débil en este momento: las imágenes descansan para que las voces lleguen. Vuelven por sí solas.',
  weak: 'conexión débil',
};

addWords('connection', es, 'es');
