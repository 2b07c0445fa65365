import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'kinds'> = {
  room: {
    some: 'Salle partagée, {{count}} sur {{seats}} à l’intérieur',
    someAjar: 'Salle partagée, {{count}} sur {{seats}} à l’intérieur, frappez d’abord',
    none: 'Salle partagée, {{seats}} places au plus, entrez',
    noneAjar: 'Salle partagée, {{seats}} places au plus, frappez d’abord',
    full: 'Salle partagée, pleine en ce moment',
    inside: 'À l’intérieur : {{names}}',
  },
  desk: {
    here_one: '{{names}} est là, entrez',
    here_other: '{{names}} sont là, entrez',
    ajar_one: '{{names}} est là, frappez d’abord',
    ajar_other: '{{names}} sont là, frappez d’abord',
    busy_one: '{{names}} est là, en conversation',
    busy_other: '{{names}} sont là, en conversation',
    nobody: 'Personne n’est là en ce moment',
  },
  wait_one: '{{count}} personne attend',
  wait_other: '{{count}} personnes attendent',
  listen: 'Écouter seulement',
  own: {
    summary: 'Qui peut entrer : {{kind}}',
    single: 'une personne à la fois',
    shared: 'une salle de {{seats}} places',
    kind: 'Ma porte est pour',
    kinds: { single: 'une visite à la fois', shared: 'plusieurs personnes, dans une salle partagée' },
    seats: 'Places, la vôtre comprise',
    inUse: 'Quelqu’un est chez vous. Vous pourrez changer cela après son départ.',
    goIn: 'Entrer et attendre',
    inside: '{{count}} sur {{seats}} à l’intérieur : {{names}}',
  },
  duty: {
    on: '{{title}} : vous êtes de service.',
    off: '{{title}} : vous n’êtes pas de service.',
    waiting_one: '{{count}} personne attend.',
    waiting_other: '{{count}} personnes attendent.',
    goOn: 'Prendre le service',
    goOff: 'Quitter le service',
    take: 'Recevoir la personne suivante',
  },
};

addWords('kinds', fr, 'fr');
