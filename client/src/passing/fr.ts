import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'passing'> = {
  switch: 'Partant pour bavarder',
  off: 'Activez ceci, et l’on vous demandera quand une autre personne partante passe par ici.',
  on: 'Jusqu’à {{time}}. On vous demande à tous deux ; un non, ou pas de réponse, ne se voit jamais.',
  for: 'Pendant',
  minutes: { '30': '30 minutes', '60': '1 heure', '120': '2 heures' },
  atMost: 'Au plus',
  aDay_zero: 'aucune proposition',
  aDay_one: '{{count}} proposition par jour',
  aDay_other: '{{count}} propositions par jour',
  offer: '{{name}} passe par ici. Cinq minutes ?',
  saidYes: 'Vous avez cinq minutes pour {{name}}. Si c’est vrai pour vous deux, vous vous rencontrez dans un instant.',
  yes: 'Oui, cinq minutes',
  notNow: 'Pas maintenant',
};

addWords('passing', fr, 'fr');
