import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'bringing'> = {
  bring: 'Venir avec quelqu’un',
  hint: 'Vous attendez avec une seule place et entrez ensemble.',
  nobody: 'Personne qui pourrait vous accompagner n’est là en ce moment.',
  who: 'Avec qui voudriez-vous venir chez {{mentor}} ?',
  choose: 'Choisissez quelqu’un',
  ask: 'Demander discrètement',
  never: 'Laisser tomber',
  asked:
    'Vous avez demandé à {{name}} de vous accompagner. Sans réponse dans les deux minutes, vous pouvez demander à quelqu’un d’autre.',
  together: '{{name}} et vous avez une même place chez {{mentor}}. On vous appelle tous deux.',
  question: 'On vous propose de venir',
  wouldLike: '{{name}} attend {{mentor}} et aimerait que vous veniez aussi.',
  quiet:
    'Vous attendriez avec une seule place et entreriez ensemble. Si vous préférez ne pas venir, {{name}} ne le saura pas.',
  yes: 'Oui, je viens',
  no: 'Pas maintenant',
  inside: '{{name}} est chez {{mentor}}, et vous pouvez suivre.',
  follow: 'Suivre',
};

addWords('bringing', fr, 'fr');
