import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'doorkeeping'> = {
  kept_zero: 'Votre porte s’est fermée quand la connexion a été perdue. Personne n’attend.',
  kept_one:
    'Votre porte s’est fermée quand la connexion a été perdue. Une personne attend ; sa place est gardée jusqu’à {{time}}. Ouvrez, et la file est comme avant.',
  kept_other:
    'Votre porte s’est fermée quand la connexion a été perdue. {{count}} personnes attendent ; leurs places sont gardées jusqu’à {{time}}. Ouvrez, et la file est comme avant.',
  pause: 'J’ai besoin de cinq minutes',
  paused: 'Tout le monde voit que vous revenez vers {{time}}. Personne n’est appelé d’ici là.',
  back: 'Je suis de retour',
  closing: 'Votre porte se ferme à la fin de cette visite. Ceux qui attendent le savent.',
  keepOpen: 'La laisser ouverte',
  line: 'Votre file',
  nobody: 'Personne n’attend.',
  waiting_one: 'Une personne attend.',
  waiting_other: '{{count}} personnes attendent.',
  since: 'depuis {{time}}',
  inTurn: 'Son tour vient à la fin de cette visite.',
  letIn: 'Faire entrer {{name}}',
  notNow: 'Pas maintenant',
  notNowTo: 'Pas maintenant : {{name}}',
  movingOn: 'Passer à la suite',
  movingOnHint: 'Termine cette visite par un mot aimable ; puis c’est au tour de la personne suivante.',
  closeAfter: 'Fermer après cette visite',
  elsewhere: 'Votre porte est sur un autre appareil ou dans une autre fenêtre. C’est là qu’arrivent les visites.',
  carry: 'Amener ma porte ici',
};

addWords('doorkeeping', fr, 'fr');
