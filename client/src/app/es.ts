import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'app'> = {
  notFound: {
    title: 'Aquí no hay ninguna puerta',
    words: 'La dirección puede ser antigua o estar mal escrita. Todo empieza en el pasillo.',
    go: 'Ir al pasillo',
  },
  noProgram: {
    title: 'La sesión está abierta, pero aún sin programa',
    words:
      'Ha entrado como {{email}}, y ningún programa conoce esa dirección. Pida al equipo de su programa que la añada y mire de nuevo.',
    again: 'Mirar de nuevo',
    signOut: 'Cerrar sesión',
  },
  broken: {
    title: 'Esta página ha dejado de funcionar',
    words:
      'Algo ha fallado en esta página. Lo que hizo antes está guardado. Suele bastar con cargarla de nuevo; si vuelve a pasar, dígalo al equipo de su programa.',
    again: 'Cargar la página de nuevo',
  },
  unreachable: {
    title: 'Ajar no responde',
    again: 'Intentar de nuevo',
  },
};

addWords('app', es, 'es');
