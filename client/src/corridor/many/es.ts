import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'manyDoors'> = {
  find: 'Buscar una puerta',
  hint: 'Un nombre, un lugar o un tema del que hablar',
  topics: 'Con gusto habla de',
  doors_one: '{{count}} puerta',
  doors_other: '{{count}} puertas, primero las abiertas',
  found_one: '{{count}} puerta coincide',
  found_other: '{{count}} puertas coinciden',
  none: 'Ninguna puerta coincide con «{{words}}».',
  noneHint: 'Con menos letras se encuentra más. Basta un nombre, un lugar o un tema.',
  clear: 'Mostrar todas las puertas',
  open: 'También abiertas o entornadas',
  followed: 'Puertas que sigue',
  rest: 'Todas las demás puertas',
  moreAround_one: 'Mostrar {{count}} más',
  moreAround_other: 'Mostrar {{count}} más',
  nobodyAround: 'Nadie con ese nombre está por aquí ahora.',
};

addWords('manyDoors', es, 'es');
