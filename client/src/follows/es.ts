import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'follows'> = {
  title: 'Puertas seguidas',
  under:
    'Se le avisa cuando se abren estas puertas. Nadie ve a quién sigue, y menos que nadie quienes están tras ellas.',
  back: 'Volver al pasillo',
  doors: 'Puertas',
  none: 'No sigue ninguna puerta. En una cerrada, pulse «Avisarme cuando se abra esta puerta».',
  stopOf: 'No avisarme de {{name}}',
  stopped: 'Ya no se le avisa de {{name}}.',
  undo: 'Avisarme de nuevo',
  ways: 'Cómo se le avisa',
  push: 'Con una notificación',
  pushUnder: 'En cada navegador que pueda avisarle.',
  mail: 'Por correo',
  quiet: 'Horas de silencio',
  quietUnder:
    'De una puerta que se abre en estas horas no se avisa, ni entonces ni después: que estuvo abierta de noche no es noticia por la mañana. Donde lo pidió una sola vez, se le avisa la vez siguiente.',
  from: 'De',
  to: 'A',
  zone: 'Según los relojes de {{zone}}.',
  save: 'Guardar las horas',
  saved: 'Guardado.',
};

addWords('follows', es, 'es');
