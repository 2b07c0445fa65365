import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'view'> = {
  title: 'Affichage',
  layout: 'Comment vous voyez tout le monde',
  grid: 'Tout le monde pareil',
  speaker: 'La personne qui parle, en grand',
  besides: 'Ce que vous voyez en plus',
  talkingTime: 'Mon temps de parole',
  apart: 'Image dans l’image',
};

addWords('view', fr, 'fr');
