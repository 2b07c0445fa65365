import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'app'> = {
  notFound: {
    title: 'Il n’y a pas de porte ici',
    words: 'L’adresse est peut-être ancienne ou mal écrite. Tout commence dans le couloir.',
    go: 'Aller au couloir',
  },
  noProgram: {
    title: 'Vous êtes connecté, mais encore dans aucun programme',
    words:
      'Vous êtes connecté avec {{email}}, et aucun programme ne connaît cette adresse. Demandez à l’équipe de votre programme de l’ajouter, puis regardez de nouveau.',
    again: 'Regarder de nouveau',
    signOut: 'Se déconnecter',
  },
  broken: {
    title: 'Cette page s’est arrêtée',
    words:
      'Quelque chose s’est mal passé dans cette page. Ce que vous avez fait avant est gardé. La recharger suffit en général ; si cela revient, dites-le à l’équipe de votre programme.',
    again: 'Recharger la page',
  },
  unreachable: {
    title: 'Ajar ne répond pas',
    again: 'Réessayer',
  },
};

addWords('app', fr, 'fr');
