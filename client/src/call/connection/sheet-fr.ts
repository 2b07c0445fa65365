import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'connectionSheet'> = {
  title: 'Connexion',
  save: 'Économiser les données',
  saveHint:
    'Le son et les écrans partagés seulement : votre caméra reste éteinte et celles des autres n’arrivent pas. Cette machine s’en souvient.',
  you: 'Vous',
  quality: {
    good: 'Bonne',
    uneven: 'Irrégulière',
    weak: 'Connexion faible',
    reconnecting: 'Reconnexion en cours',
    unknown: 'Pas encore connue',
  },
  advice: {
    uneven: 'Un mot peut se perdre de temps en temps. Il n’y a rien à faire.',
    weak: 'Des mots se perdent de votre côté. Se rapprocher du Wi-Fi, ou économiser les données, peut aider.',
  },
  figures: 'Chiffres',
  route: 'Chemin',
  routes: { udp: 'direct, par UDP', tcp: 'direct, par TCP', relay: 'par un relais (TURN)' },
  roundTrip: 'Aller et retour',
  sound: 'Son',
  picture: 'Image',
  screen: 'Écran',
  ms: 'environ {{value}} ms',
  sent: '{{bitrate}} kbit/s, {{loss}} % perdus',
  heard: '{{bitrate}} kbit/s, {{loss}} % perdus, {{concealed}} % reconstitués',
  size: '{{width}} × {{height}} à {{rate}}/s',
  close: 'Fermer',
};

addWords('connectionSheet', fr, 'fr');
