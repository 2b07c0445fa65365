import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'push'> = {
  on: 'Me prévenir quand Ajar est fermé',
  off: 'Ne plus me prévenir ici',
  why: 'Une notification dans ce navigateur quand une chose que vous avez demandée se réalise. Rien d’autre, jamais.',
  isOn: 'Ce navigateur vous prévient quand une chose que vous avez demandée se réalise.',
  nowOn: 'Désormais ce navigateur vous prévient, même quand Ajar est fermé.',
  nowOff: 'Ce navigateur ne vous prévient plus.',
  unknown:
    'Ce navigateur ne peut pas vous prévenir quand Ajar est fermé. Sur un iPhone ou un iPad, ajoutez Ajar à l’écran d’accueil et essayez là.',
  denied: 'Le navigateur ne laisse pas Ajar vous prévenir. Autorisez-le à côté de l’adresse, puis réessayez.',
  unreachable:
    'Le service de notifications du navigateur ne répond pas : rien n’a été changé. Réessayez plus tard ; certains réseaux ne le laissent pas passer.',
};

addWords('push', fr, 'fr');
