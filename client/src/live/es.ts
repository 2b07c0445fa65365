import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'live'> = {
  knocking: '{{name}} llama a la puerta',
  inLine: '{{name}} espera en su puerta',
  atDesk: '{{title}}: alguien espera',
  admitted: {
    'let-in': 'Pase: {{names}}',
    'your-turn': 'Es su turno con {{names}}',
    visitor: 'Visita: {{names}}',
    coffee: 'Café con {{names}}',
    passing: 'Cinco minutos con {{names}}',
  },
  passing: '{{name}} pasa por aquí. ¿Cinco minutos?',
  declined: {
    'not-now': '{{name}} no puede hablar ahora mismo. No dice nada de usted; llame de nuevo en otro momento.',
    closed: '{{name}} ha cerrado la puerta por ahora. No dice nada de usted; se abrirá en otro momento.',
    away: '{{name}} no ha podido volver a tiempo, así que la fila de esta puerta ha terminado. Gracias por esperar.',
    closing:
      '{{name}} ha tenido que parar después de la última visita, así que hoy no ha llegado su turno. Gracias por esperar.',
  },
  tableCalls: 'Alguien se ha sentado a tomar un café, como quería saber. Siéntese también, y se encuentran.',
  signedOut: 'Se ha cerrado la sesión. No se ha perdido nada; inicie sesión para seguir.',
  notUnderstood: 'Ha llegado algo que esta página no entiende. Cárguela de nuevo; puede haberse actualizado.',
};

addWords('live', es, 'es');
