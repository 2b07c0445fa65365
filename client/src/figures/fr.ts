import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'figures'> = {
  title: 'Les portes en chiffres',
  back: 'Couloir',
  notStaff: 'L’équipe du programme voit ici ce que les portes ont offert et comment elles ont servi.',
  under:
    'Un chiffre concerne au moins cinq personnes, et reste caché aussi là où il en révélerait un plus petit. Chaque mois est compté une fois, quand il est terminé.',
  none: 'Les chiffres viennent quand le premier mois est terminé.',
  nothing: 'Moins de cinq personnes étaient derrière chaque chiffre de ce mois : aucun n’est montré.',
  month: 'Mois',
  division: 'Service',
  everybody: 'Tout le monde',
  unnamed: 'Non précisé',
  offeredHours: 'Heures offertes',
  usedHours: 'Heures utilisées',
  visits: 'Visites',
  firstVisits: 'Premières visites',
  waitMedian: 'Attente en minutes, médiane',
  waitP90: 'Attente en minutes, p90',
  few: 'caché',
  whose: 'Les heures comptent pour le service du mentor, visites et attentes pour celui de la personne en visite.',
  save: 'Enregistrer en CSV',
};

addWords('figures', fr, 'fr');
