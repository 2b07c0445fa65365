import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'follows'> = {
  title: 'Portes suivies',
  under:
    'On vous prévient quand ces portes s’ouvrent. Personne ne voit qui vous suivez, et surtout pas les personnes derrière ces portes.',
  back: 'Retour au couloir',
  doors: 'Portes',
  none: 'Vous ne suivez aucune porte. Devant une porte fermée, choisissez « Me prévenir quand cette porte s’ouvre ».',
  stopOf: 'Ne plus me prévenir pour {{name}}',
  stopped: 'On ne vous prévient plus pour {{name}}.',
  undo: 'Me prévenir de nouveau',
  ways: 'Comment on vous prévient',
  push: 'Par une notification',
  pushUnder: 'Dans chaque navigateur qui peut vous prévenir.',
  mail: 'Par courriel',
  quiet: 'Heures calmes',
  quietUnder:
    'Une porte qui s’ouvre pendant ces heures n’est pas annoncée, ni alors ni plus tard : savoir au matin qu’elle était ouverte la nuit ne sert à rien. Si vous l’aviez demandé pour une seule fois, on vous prévient la fois suivante.',
  from: 'De',
  to: 'À',
  zone: 'À l’heure de {{zone}}.',
  save: 'Enregistrer les heures',
  saved: 'Enregistré.',
};

addWords('follows', fr, 'fr');
