import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'calendar'> = {
  title: 'Dans votre agenda',
  under:
    'Votre agenda peut suivre les rondes auxquelles vous participez et les heures de votre porte, par une adresse à vous. Qui a l’adresse peut les lire.',
  make: 'Créer une adresse',
  address: 'Adresse de votre agenda',
  copy: 'Copier',
  copied: 'L’adresse est copiée. Collez-la là où votre agenda en ajoute une depuis internet.',
  renew: 'En créer une nouvelle',
  end: 'Supprimer cette adresse',
};

addWords('calendar', fr, 'fr');
