import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'waiting'> = {
  mine: {
    range: 'Su turno llegará probablemente en unos {{from}} a {{to}} minutos.',
    soon: 'Su turno llegará probablemente en menos de {{to}} minutos.',
    hard: 'Es difícil decir cuándo llegará su turno.',
  },
  before: {
    range: 'La espera es de unos {{from}} a {{to}} minutos.',
    soon: 'La espera es de hasta unos {{to}} minutos.',
    hard: 'Es difícil decir cuánto dura la espera.',
  },
  lastCall: 'Sin visitas nuevas por ahora',
  lastCallLine_one: 'Sin visitas nuevas por ahora · {{count}} persona espera',
  lastCallLine_other: 'Sin visitas nuevas por ahora · {{count}} personas esperan',
  last: {
    press: 'Sin visitas nuevas',
    takeBack: 'Aceptar visitas de nuevo',
    said_zero: 'Nadie más puede entrar ni ponerse en la fila. Puede cerrar su puerta.',
    said_one: 'Nadie más puede ponerse en la fila. Quien espera aún tendrá su turno.',
    said_other: 'Nadie más puede ponerse en la fila. Las {{count}} personas que esperan aún tendrán su turno.',
  },
  own: {
    summary: 'La fila en mi puerta',
    newcomers: 'Quien viene por primera vez pasa antes',
    length: 'Recordarnos con suavidad a quienes esperan',
    never: 'Nunca',
    after: 'Después de {{count}} minutos',
  },
  reminder_one:
    'Llevan {{minutes}} minutos hablando, y una persona espera. Tómense el tiempo que haga falta para terminar bien.',
  reminder_other:
    'Llevan {{minutes}} minutos hablando, y {{count}} personas esperan. Tómense el tiempo que haga falta para terminar bien.',
};

addWords('waiting', es, 'es');
