import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'coffeeMore'> = {
  sitsSmall: 'Vous avez demandé une petite table : elle commence dès que trois personnes peuvent s’asseoir ensemble.',
  usual: 'Ici, la plupart des cafés commencent vers {{hours}}.',
  stay: 'Regardez autour de vous en attendant : votre place est gardée tant que cette page est ouverte.',
  callMe: 'M’appeler quand quelqu’un s’assied',
  callFor: 'Pendant',
  hours_one: 'une heure',
  hours_other: '{{count}} heures',
  halfHour: 'une demi-heure',
  called: 'On vous appelle jusqu’à {{time}} si quelqu’un s’assied, même si vous avez quitté la table.',
  dontCall: 'Ne pas m’appeler',
};

addWords('coffeeMore', fr, 'fr');
