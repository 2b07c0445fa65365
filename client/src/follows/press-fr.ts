import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'follow'> = {
  tell: 'Me prévenir quand cette porte s’ouvre',
  once: 'On vous prévient quand elle s’ouvre.',
  always: 'On vous prévient chaque fois qu’elle s’ouvre.',
  everyTime: 'Chaque fois',
  stop: 'Ne plus me prévenir',
  asked: 'On vous prévient une fois, quand la porte s’ouvre chez {{name}}. Choisissez comment sous Portes suivies.',
};

addWords('follow', fr, 'fr');
