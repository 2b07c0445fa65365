import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'chat'> = {
  title: 'Messages',
  hint: 'Vus par les personnes présentes. Ils disparaissent à la fin de cet appel.',
  close: 'Fermer les messages',
  messages: 'Messages échangés',
  empty: 'Rien n’a encore été écrit.',
  field: 'Écrire à tout le monde ici',
  send: 'Envoyer',
  you: 'Vous',
  attach: 'Proposer un fichier de 10 Mo au plus',
  file: {
    mine: 'Proposé à tout le monde ici, tant que vous y êtes.',
    take: 'Prendre {{name}}',
    coming: '{{name}} arrive',
    cancel: 'Arrêter',
    save: 'Enregistrer {{name}}',
    failed: 'Il n’est pas arrivé entier, et rien n’en a été gardé.',
    again: 'Prendre {{name}} de nouveau',
    gone: 'Il n’est plus proposé.',
  },
};

addWords('chat', fr, 'fr');
