import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'shortcuts'> = {
  title: 'Raccourcis clavier',
  microphone: 'Micro activé ou coupé',
  camera: 'Caméra allumée ou éteinte',
  share: 'Partager l’écran, ou arrêter',
  hand: 'Lever ou baisser la main',
  chat: 'Messages',
  view: 'Tout le monde pareil, ou la personne qui parle en grand',
  point: 'Montrer du doigt ce qui est partagé, ou arrêter',
  apart: 'Image dans l’image, ou retour',
  leave: 'Quitter',
  help: 'Ces raccourcis',
  hold: 'Parler tant que vous la tenez, quand votre micro est coupé',
  space: 'Espace',
  close: 'Fermer',
};

addWords('shortcuts', fr, 'fr');
