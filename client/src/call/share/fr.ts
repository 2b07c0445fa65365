import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'share'> = {
  goodFor: 'L’envoyer pour que l’on puisse',
  text: 'Lire',
  motion: 'Regarder',
  textHint: 'Lettres nettes, peu d’images par seconde : pour les articles, les diapositives et le code.',
  motionHint: 'Beaucoup d’images par seconde, un peu moins nettes : pour les films et tout ce qui bouge.',
};

addWords('share', fr, 'fr');
