import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'view'> = {
  title: 'Affichage',
  layout: 'Comment vous voyez tout le monde',
  grid: 'Tout le monde pareil',
  speaker: 'La personne qui parle, en grand',
};

addWords('view', fr, 'fr');
