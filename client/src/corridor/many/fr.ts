import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'manyDoors'> = {
  find: 'Trouver une porte',
  hint: 'Un nom, un lieu ou un sujet de conversation',
  topics: 'Parle volontiers de',
  doors_one: '{{count}} porte',
  doors_other: '{{count}} portes, les ouvertes d’abord',
  found_one: '{{count}} porte correspond',
  found_other: '{{count}} portes correspondent',
  none: 'Aucune porte ne correspond à « {{words}} ».',
  noneHint: 'Moins de lettres trouvent plus. Un nom, un lieu ou un sujet suffit.',
  clear: 'Montrer toutes les portes',
  open: 'Ouvertes ou entrouvertes aussi',
  followed: 'Portes que vous suivez',
  rest: 'Toutes les autres portes',
  moreAround_one: 'En montrer {{count}} de plus',
  moreAround_other: 'En montrer {{count}} de plus',
  nobodyAround: 'Personne de ce nom n’est là en ce moment.',
};

addWords('manyDoors', fr, 'fr');
