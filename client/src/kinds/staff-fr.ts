import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'helpDesks'> = {
  title: 'Points d’aide',
  back: 'Retour au couloir',
  under:
    'Un point d’aide ou un domaine, comme les carrières de recherche, est une porte que plusieurs mentors tiennent à tour de rôle. Elle est ouverte tant que l’un d’eux au moins est de service.',
  notStaff: 'Cette page est pour l’équipe de votre programme.',
  none: 'Il n’y en a pas encore.',
  make: 'Créer un point d’aide',
  name: 'Nom',
  about: 'À quoi il sert',
  entry: 'Les gens',
  entries: { open: 'entrent', ajar: 'frappent d’abord' },
  hosts: 'Qui le tient',
  noHosts: 'Choisissez au moins une personne qui le tient.',
  save: 'Enregistrer',
  keep: 'Le garder tel quel',
  change: 'Modifier {{title}}',
  end: 'Fermer {{title}} pour de bon',
  ending:
    'Il quitte le couloir pour de bon. Ceux qui attendent sont prévenus avec égards ; les visites en cours continuent.',
  reallyEnd: 'Oui, le fermer pour de bon',
  keepIt: 'Le garder',
  hours: 'Heures de {{title}}',
  heldBy: 'Tenu par {{names}}',
};

addWords('helpDesks', fr, 'fr');
