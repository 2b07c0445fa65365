import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'connectionCheck'> = {
  checking: 'Comprobando si las llamadas pasan desde aquí',
  says: {
    best: 'Las llamadas pasan desde aquí sin dificultad, y no hay nada que pedir.',
    tcp: 'Las llamadas funcionan desde aquí por TCP, que falla cuando la red está cargada; para mejorarlas, pida a su equipo de informática que permita UDP hacia {{media}}.',
    relay:
      'Las llamadas funcionan desde aquí por medio de un relé, que tarda un poco más; para mejorarlas, pida a su equipo de informática que permita UDP hacia {{media}}.',
    blocked:
      'Ni el sonido ni la imagen pasan desde aquí: pida a su equipo de informática que permita UDP hacia {{media}}, o si no {{relayProtocol}} hacia {{relay}}, y pruebe entretanto otra red, como la de un teléfono.',
    blockedWithoutRelay:
      'Ni el sonido ni la imagen pasan desde aquí: pida a su equipo de informática que permita UDP, o si no TCP, hacia {{media}}, y pruebe entretanto otra red, como la de un teléfono.',
    socket:
      'Las páginas se abren desde aquí pero las llamadas no pueden empezar: pida a su equipo de informática que permita conexiones WebSocket hacia {{socket}}, y pruebe entretanto otra red, como la de un teléfono.',
  },
  failed: 'No se pudo comprobar la conexión en este momento. {{words}}',
  where_one: '{{host}}, puerto {{ports}}',
  where_other: '{{host}}, puertos {{ports}}',
  need: {
    through: '{{protocol}} hacia {{where}}: pasa',
    blocked: '{{protocol}} hacia {{where}}: no pasa',
    untried: '{{protocol}} hacia {{where}}: no se probó',
  },
  details: 'Detalles',
  intro: 'Lo que usan las llamadas, lo mejor primero. Basta con uno de UDP, TCP y TURN.',
  copy: 'Copiar para el equipo de informática',
  copied: 'Copiado.',
  again: 'Comprobar de nuevo',
  call: {
    label: 'El paso',
    keep: 'Seguir intentando',
    again: 'Intentar de nuevo',
    check: 'Comprobar la conexión',
  },
};

addWords('connectionCheck', es, 'es');
