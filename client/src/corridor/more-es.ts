import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'coffeeMore'> = {
  sitsSmall: 'Ha pedido una mesa pequeña: empieza en cuanto tres personas puedan sentarse juntas.',
  usual: 'Aquí la mayoría de los cafés empiezan hacia las {{hours}}.',
  stay: 'Mientras tanto, mire lo que hay por aquí: su asiento se guarda mientras esta página esté abierta.',
  callMe: 'Avisarme cuando alguien se siente',
  callFor: 'Durante',
  hours_one: 'una hora',
  hours_other: '{{count}} horas',
  halfHour: 'media hora',
  called: 'Se le avisa hasta las {{time}} si alguien se sienta, también después de dejar la mesa.',
  dontCall: 'No avisarme',
};

addWords('coffeeMore', es, 'es');
