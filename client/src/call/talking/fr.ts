import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'talking'> = {
  title: 'Mon temps de parole',
  early: 'Il est encore trop tôt pour le dire.',
  share: 'Environ {{share}} de la parole était à vous.',
  since: 'Compté ici depuis {{time}}, pour vous seulement. Rien n’est gardé.',
  close: 'Ranger',
};

addWords('talking', fr, 'fr');
