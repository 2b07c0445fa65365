import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'connectionSheet'> = {
  title: 'Conexión',
  save: 'Ahorrar datos',
  saveHint:
    'Solo sonido y pantallas compartidas: la cámara propia queda apagada y las de los demás no llegan. Este equipo lo recuerda.',
  you: 'Aquí',
  quality: {
    good: 'Buena',
    uneven: 'Irregular',
    weak: 'Conexión débil',
    reconnecting: 'Volviendo a conectar',
    unknown: 'Aún no se sabe',
  },
  advice: {
    uneven: 'Alguna palabra puede perderse de vez en cuando. No hay nada que hacer.',
    weak: 'Se pierden palabras de este lado. Acercarse al wifi, o ahorrar datos, puede ayudar.',
  },
  figures: 'Cifras',
  route: 'Camino',
  routes: { udp: 'directo, por UDP', tcp: 'directo, por TCP', relay: 'por un relé (TURN)' },
  roundTrip: 'Ida y vuelta',
  sound: 'Sonido',
  picture: 'Imagen',
  screen: 'Pantalla',
  ms: 'unos {{value}} ms',
  sent: '{{bitrate}} kbit/s, {{loss}} % perdido',
  heard: '{{bitrate}} kbit/s, {{loss}} % perdido, {{concealed}} % rellenado',
  size: '{{width}} × {{height}} a {{rate}}/s',
  close: 'Cerrar',
};

addWords('connectionSheet', es, 'es');
