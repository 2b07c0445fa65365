import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'shortcuts'> = {
  title: 'Atajos de teclado',
  microphone: 'Micrófono encendido o apagado',
  camera: 'Cámara encendida o apagada',
  share: 'Compartir pantalla, o dejarlo',
  hand: 'Levantar o bajar la mano',
  chat: 'Mensajes',
  view: 'Todas las personas por igual, o quien habla en grande',
  point: 'Señalar lo que se comparte, o dejarlo',
  apart: 'Imagen en imagen, o volver',
  leave: 'Salir',
  help: 'Estos atajos',
  hold: 'Hablar mientras se mantiene pulsada, con el micrófono en silencio',
  space: 'Espacio',
  close: 'Cerrar',
};

addWords('shortcuts', es, 'es');
