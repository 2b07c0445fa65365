import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'passing'> = {
  switch: 'Con ganas de charlar',
  off: 'Actívelo, y se le preguntará cuando pase alguien que también tenga ganas de charlar.',
  on: 'Hasta las {{time}}. Se pregunta a las dos personas; un no, o el silencio, nunca se muestra.',
  for: 'Durante',
  minutes: { '30': '30 minutos', '60': '1 hora', '120': '2 horas' },
  atMost: 'Como mucho',
  aDay_zero: 'ninguna propuesta',
  aDay_one: '{{count}} propuesta al día',
  aDay_other: '{{count}} propuestas al día',
  offer: '{{name}} pasa por aquí. ¿Cinco minutos?',
  saidYes: 'Tiene cinco minutos para {{name}}. Si vale para las dos partes, se encuentran en un momento.',
  yes: 'Sí, cinco minutos',
  notNow: 'Ahora no',
};

addWords('passing', es, 'es');
