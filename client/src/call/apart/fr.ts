import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'apart'> = {
  title: 'L’appel, dans une petite fenêtre',
  nobody: 'Personne d’autre n’est ici.',
  refused: 'Le navigateur n’a pas ouvert la petite fenêtre. L’appel continue ici.',
};

addWords('apart', fr, 'fr');
