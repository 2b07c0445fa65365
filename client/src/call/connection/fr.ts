import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'connection'> = {
  press: 'Connexion',
  saving: 'L’économie de données est activée',
  resting:
    'Votre connexion est faible en ce moment : votre caméra se repose pour que votre voix passe. Elle revient d’elle-même.',
  pictures:
    'Votre connexion est faible en ce moment : les images se reposent pour que les voix passent. Elles reviennent d’elles-mêmes.',
  weak: 'connexion faible',
};

addWords('connection', fr, 'fr');
