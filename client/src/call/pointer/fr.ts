import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'pointer'> = {
  point: 'Montrer',
  stop: 'Ne plus montrer',
  key: 'Raccourci : O',
  surface: 'Montrez avec la souris, un doigt ou les flèches. Échap pour finir.',
  you: 'Vous',
};

addWords('pointer', fr, 'fr');
