import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'lounge'> = {
  while: 'En attendant',
  nobody: 'D’autres attendent aussi {{mentor}}. Si vous voulez, attendez ensemble.',
  inside_one: '{{names}} attend aussi {{mentor}}, et préfère ne pas attendre seul.',
  inside_other: '{{names}} attendent {{mentor}} ensemble.',
  inOne: 'Vous attendez avec d’autres.',
  step: 'Attendre ensemble',
  hint: 'Un appel avec celles et ceux de cette file qui préfèrent ne pas attendre seuls. Vous gardez votre place.',
  back: 'Retour au salon',
  label: 'Votre place dans la file',
  next: 'C’est bientôt à vous avec {{name}}. On vous appelle d’ici.',
  before_one: '{{count}} personne est avant vous chez {{name}}. On vous appelle d’ici.',
  before_other: '{{count}} personnes sont avant vous chez {{name}}. On vous appelle d’ici.',
};

addWords('lounge', fr, 'fr');
