import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'moderation'> = {
  menu: 'Ce que vous pouvez faire : {{name}}',
  'ask-to-mute': 'Demander de couper le micro',
  mute: 'Couper son micro',
  'stop-share': 'Arrêter son partage',
  'lower-hand': 'Baisser sa main',
  'shown-out': 'Demander de sortir',
  barred: 'Faire sortir pour de bon',
  bar: 'Votre salle',
  lock: 'Verrouiller la salle',
  unlock: 'Déverrouiller la salle',
  locked: 'Personne de nouveau n’entre. Qui vient frappe.',
  knocks: '{{name}} est à la porte.',
  letIn: 'Faire entrer {{name}}',
  notNow: 'Pas maintenant',
  notNowTo: 'Pas maintenant : {{name}}',
};

addWords('moderation', fr, 'fr');
