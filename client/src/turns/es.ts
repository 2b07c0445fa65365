import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'turns'> = {
  label: 'Su turno',
  now: 'Es su turno con {{name}}. Entre cuando quiera.',
  left: 'Quedan {{left}}. Después pasa un lugar más atrás, y lo conserva.',
  comeIn: 'Entrar',
  missed: 'Se le llamó a la puerta de {{name}} y no estaba. Está un lugar más atrás, y se le llamará de nuevo.',
  here: 'Aquí estoy',
};

addWords('turns', es, 'es');
