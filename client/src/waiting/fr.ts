import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'waiting'> = {
  mine: {
    range: 'Votre tour devrait venir dans {{from}} à {{to}} minutes environ.',
    soon: 'Votre tour devrait venir d’ici {{to}} minutes environ.',
    hard: 'Il est difficile de dire quand votre tour viendra.',
  },
  before: {
    range: 'L’attente est de {{from}} à {{to}} minutes environ.',
    soon: 'L’attente est de {{to}} minutes environ au plus.',
    hard: 'Il est difficile de dire combien dure l’attente.',
  },
  lastCall: 'Plus de nouvelles visites pour l’instant',
  lastCallLine_one: 'Plus de nouvelles visites pour l’instant · {{count}} personne attend',
  lastCallLine_other: 'Plus de nouvelles visites pour l’instant · {{count}} personnes attendent',
  last: {
    press: 'Plus de nouvelles visites',
    takeBack: 'Accepter de nouvelles visites',
    said_zero: 'Plus personne ne peut entrer ni rejoindre la file. Vous pouvez fermer votre porte.',
    said_one: 'Plus personne ne peut rejoindre la file. La personne qui attend a encore son tour.',
    said_other: 'Plus personne ne peut rejoindre la file. Les {{count}} personnes qui attendent ont encore leur tour.',
  },
  own: {
    summary: 'La file à ma porte',
    newcomers: 'Les premières visites passent d’abord',
    length: 'Nous rappeler doucement ceux qui attendent',
    never: 'Jamais',
    after: 'Après {{count}} minutes',
  },
  reminder_one:
    'Vous parlez depuis {{minutes}} minutes, et une personne attend. Prenez le temps qu’il faut pour bien finir.',
  reminder_other:
    'Vous parlez depuis {{minutes}} minutes, et {{count}} personnes attendent. Prenez le temps qu’il faut pour bien finir.',
};

addWords('waiting', fr, 'fr');
