import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'moderation'> = {
  menu: 'Lo que puede hacer: {{name}}',
  'ask-to-mute': 'Pedir que apague el micrófono',
  mute: 'Apagar su micrófono',
  'stop-share': 'Detener lo que comparte',
  'lower-hand': 'Bajar su mano',
  'shown-out': 'Pedir que salga',
  barred: 'Hacer salir para siempre',
  bar: 'Su sala',
  lock: 'Cerrar la sala',
  unlock: 'Abrir la sala',
  locked: 'No entra nadie nuevo. Quien viene llama.',
  knocks: '{{name}} está en la puerta.',
  letIn: 'Dejar entrar a {{name}}',
  notNow: 'Ahora no',
  notNowTo: 'Ahora no: {{name}}',
};

addWords('moderation', es, 'es');
