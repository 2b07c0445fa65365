import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'live'> = {
  knocking: '{{name}} frappe',
  inLine: '{{name}} attend à votre porte',
  atDesk: '{{title}} : quelqu’un attend',
  admitted: {
    'let-in': 'Entrez : {{names}}',
    'your-turn': 'C’est votre tour avec {{names}}',
    visitor: 'Visite : {{names}}',
    coffee: 'Café avec {{names}}',
    passing: 'Cinq minutes avec {{names}}',
  },
  passing: '{{name}} passe par ici. Cinq minutes ?',
  declined: {
    'not-now': '{{name}} ne peut pas parler à l’instant. Cela ne dit rien de vous ; frappez de nouveau une autre fois.',
    closed: '{{name}} a fermé la porte pour l’instant. Cela ne dit rien de vous ; elle s’ouvrira une autre fois.',
    away: '{{name}} n’a pas pu revenir à temps : la file à cette porte est terminée. Merci d’avoir attendu.',
    closing:
      '{{name}} a dû s’arrêter après la dernière visite : votre tour n’est pas venu aujourd’hui. Merci d’avoir attendu.',
  },
  tableCalls:
    'Quelqu’un s’est assis pour un café, comme vous vouliez le savoir. Asseyez-vous aussi, et vous vous rencontrez.',
  signedOut: 'Vous avez été déconnecté. Rien n’est perdu ; connectez-vous pour continuer.',
  notUnderstood:
    'Cette page a reçu quelque chose qu’elle ne comprend pas. Rechargez-la ; elle a peut-être été mise à jour.',
};

addWords('live', fr, 'fr');
