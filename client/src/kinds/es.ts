import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'kinds'> = {
  room: {
    some: 'Sala compartida, {{count}} de {{seats}} dentro',
    someAjar: 'Sala compartida, {{count}} de {{seats}} dentro, llame antes',
    none: 'Sala compartida para {{seats}} como máximo, pase',
    noneAjar: 'Sala compartida para {{seats}} como máximo, llame antes',
    full: 'Sala compartida, llena ahora mismo',
    inside: 'Dentro: {{names}}',
  },
  desk: {
    here_one: '{{names}} está aquí, pase',
    here_other: '{{names}} están aquí, pase',
    ajar_one: '{{names}} está aquí, llame antes',
    ajar_other: '{{names}} están aquí, llame antes',
    busy_one: '{{names}} está aquí, en una conversación',
    busy_other: '{{names}} están aquí, en una conversación',
    nobody: 'Ahora mismo no hay nadie',
  },
  wait_one: '{{count}} persona espera',
  wait_other: '{{count}} personas esperan',
  listen: 'Solo escuchar',
  own: {
    summary: 'Quién puede entrar: {{kind}}',
    single: 'una persona cada vez',
    shared: 'una sala para {{seats}}',
    kind: 'Mi puerta es para',
    kinds: { single: 'una visita cada vez', shared: 'varias personas, en una sala compartida' },
    seats: 'Asientos, incluido el suyo',
    inUse: 'Hay alguien tras su puerta. Podrá cambiar su tipo cuando se haya ido.',
    goIn: 'Entrar y esperar',
    inside: '{{count}} de {{seats}} dentro: {{names}}',
  },
  duty: {
    on: '{{title}}: está de turno.',
    off: '{{title}}: no está de turno.',
    waiting_one: '{{count}} persona espera.',
    waiting_other: '{{count}} personas esperan.',
    goOn: 'Empezar el turno',
    goOff: 'Terminar el turno',
    take: 'Recibir a la siguiente persona',
  },
};

addWords('kinds', es, 'es');
