import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'connectionCheck'> = {
  checking: 'Nous regardons si les appels passent d’ici',
  says: {
    best: 'Les appels passent d’ici au mieux, et il n’y a rien à demander.',
    tcp: 'Les appels passent d’ici par TCP, qui faiblit quand le réseau est chargé ; pour les améliorer, demandez à votre service informatique d’autoriser UDP vers {{media}}.',
    relay:
      'Les appels passent d’ici par un relais, un peu plus lent ; pour les améliorer, demandez à votre service informatique d’autoriser UDP vers {{media}}.',
    blocked:
      'Ni son ni image ne passent d’ici : demandez à votre service informatique d’autoriser UDP vers {{media}}, ou sinon {{relayProtocol}} vers {{relay}}, et essayez un autre réseau en attendant, par exemple le partage de connexion d’un téléphone.',
    blockedWithoutRelay:
      'Ni son ni image ne passent d’ici : demandez à votre service informatique d’autoriser UDP, ou sinon TCP, vers {{media}}, et essayez un autre réseau en attendant, par exemple le partage de connexion d’un téléphone.',
    socket:
      'Les pages s’ouvrent d’ici mais les appels ne peuvent pas commencer : demandez à votre service informatique d’autoriser les connexions WebSocket vers {{socket}}, et essayez un autre réseau en attendant, par exemple le partage de connexion d’un téléphone.',
  },
  failed: 'La connexion n’a pas pu être vérifiée pour le moment. {{words}}',
  where_one: '{{host}}, port {{ports}}',
  where_other: '{{host}}, ports {{ports}}',
  need: {
    through: '{{protocol}} vers {{where}} : passe',
    blocked: '{{protocol}} vers {{where}} : ne passe pas',
    untried: '{{protocol}} vers {{where}} : pas essayé',
  },
  details: 'Détails',
  intro: 'Ce que les appels utilisent, le meilleur d’abord. Un seul suffit parmi UDP, TCP et TURN.',
  copy: 'Copier pour le service informatique',
  copied: 'Copié.',
  again: 'Vérifier de nouveau',
  call: {
    label: 'Le passage',
    keep: 'Continuer d’essayer',
    again: 'Réessayer',
    check: 'Vérifier la connexion',
  },
};

addWords('connectionCheck', fr, 'fr');
