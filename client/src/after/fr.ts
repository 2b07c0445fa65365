import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'after'> = {
  dialog: {
    title: 'Signaler ou bloquer {{name}}',
    titleWhom: 'Signaler ou bloquer',
    whom: 'De qui s’agit-il ?',
    blockTitle: 'Bloquer',
    blockWords:
      '{{name}} et vous n’êtes plus montrés l’un à l’autre, ni ici ni à la table, et n’êtes jamais réunis. Si vous êtes dans un même appel, vous le quittez aussitôt. {{name}} n’en est pas averti.',
    blockUndo: 'Vous pourrez revenir là-dessus sous Ma plaque.',
    block: 'Bloquer {{name}}',
    reportTitle: 'Signaler',
    reportWords:
      'L’équipe de votre programme le lit et voit que cela vient de vous. {{name}} n’en est pas averti et ne le voit pas.',
    reason: 'De quoi s’agit-il ?',
    reasons: {
      harassment: 'Harcèlement ou menaces',
      discrimination: 'Discrimination ou propos haineux',
      uncomfortable: 'Cela m’a mis mal à l’aise',
      pretending: 'N’est pas la personne annoncée',
      misuse: 'Vente, ou usage du programme à d’autres fins',
      other: 'Autre chose',
    },
    words: 'Dans vos mots, si vous voulez',
    blockToo: 'Bloquer aussi {{name}}',
    send: 'Envoyer le signalement',
    cancel: 'Annuler',
  },
  notes: {
    title: 'Après vos conversations',
    again: 'Revoir {{name}} ?',
    private: 'Demandé à chacun de vous en privé. {{name}} n’apprend votre réponse que si vous dites oui tous les deux.',
    yes: 'Oui, nous revoir',
    no: 'Non merci',
    worth: 'Cela valait-il le temps passé ?',
    worthSeen: 'Si vous voulez. L’équipe ne voit jamais que le nombre de réponses, jamais moins de cinq personnes.',
    spark: '{{name}} et vous voulez tous deux vous revoir.',
    sparkUnder: 'Vous voyez comment vous joindre, et pouvez vous écrire pour convenir d’un moment.',
    more: 'Il y a du nouveau entre vous et {{name}}.',
    write: 'Écrire à {{name}}',
  },
  worth: { yes: 'Oui', somewhat: 'Un peu', no: 'Non' },
  sparks: {
    title: 'Étincelles',
    under: 'Les personnes que vous voulez revoir, et qui le veulent aussi.',
    none: 'Personne encore. Quand vous et une personne rencontrée dites tous deux vouloir vous revoir, vous la trouvez ici.',
    since: 'Depuis le {{date}}',
    news: 'Du nouveau',
    corridor: 'Retour au couloir',
    all: 'Toutes les étincelles',
    gone: 'Vous n’avez pas de fil à cette adresse.',
    contact: 'Pour la joindre : {{contact}}',
    noContact: 'Cette personne n’a pas dit comment la joindre autrement.',
  },
  thread: {
    title: 'Convenir d’un moment',
    under: 'Vous seuls, {{name}} et vous, lisez ceci. Ce que vous effacez disparaît pour les deux.',
    you: 'Vous',
    delete: 'Effacer',
    deleteThis: 'Effacer « {{text}} »',
    write: 'Écrire à {{name}}',
    send: 'Envoyer',
  },
  mentor: {
    title: 'Mentorat',
    under: '{{name}} peut dire non ; cela ne dirait rien de vous.',
    ask: 'Demander à être suivi',
    accept: 'Accepter',
    decline: 'Décliner avec égards',
    them: {
      asked: 'Vous avez demandé à {{name}} d’être votre mentor. La réponse peut prendre un moment.',
      active: '{{name}} est votre mentor.',
      declined: '{{name}} ne peut pas être votre mentor pour l’instant. Cela ne dit rien de vous.',
    },
    me: {
      asked: '{{name}} vous demande d’être son mentor.',
      active: 'Vous êtes mentor pour {{name}}.',
      declined: 'Vous avez décliné, avec égards, d’être mentor pour {{name}}.',
    },
  },
  reports: {
    title: 'Signalements',
    list: 'Ce qui a été signalé',
    under:
      'Les plus récents d’abord. Les personnes concernées ne les voient pas ; personne ne voit un signalement à son sujet.',
    none: 'Rien n’a été signalé.',
    notStaff:
      'Seule l’équipe du programme voit cette page. Si elle vous concerne, demandez à un collègue qui en fait déjà partie.',
    who: '{{reporter}} au sujet de {{about}}',
    kind: {
      door: 'Pendant une visite',
      coffee: 'Autour d’un café',
      round: 'Dans une ronde',
      passing: 'En passant',
      lounge: 'En attendant ensemble',
    },
  },
  pulses: {
    title: 'Le temps en valait la peine',
    under:
      'Combien de personnes ont trouvé que leurs conversations valaient le temps passé, chacune comptée une fois par mois, selon sa dernière réponse. Un mois est montré quand il est terminé, et aucun chiffre ne concerne moins de cinq personnes.',
    none: 'Aucun mois terminé n’a encore eu cinq réponses identiques.',
    month: 'Mois',
    few: 'moins de cinq',
  },
  blocked: 'Vous avez bloqué {{name}}. Vous n’êtes plus montrés l’un à l’autre.',
  reported: 'Votre signalement est entre les mains de l’équipe de votre programme. Merci de l’avoir dit.',
  blocks: {
    title: 'Personnes que vous avez bloquées',
    under: 'Elles ne savent pas que vous l’avez fait, ni quand vous revenez là-dessus.',
    unblock: 'Débloquer',
    unblockName: 'Débloquer {{name}}',
    unblocked: '{{name}} et vous pouvez de nouveau vous voir.',
  },
};

addWords('after', fr, 'fr');
