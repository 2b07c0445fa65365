import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'people'> = {
  title: 'Personnes',
  under: 'Tout le monde dans {{program}}. Ajoutez quelqu’un, et cette adresse permet de se connecter.',
  add: 'Ajouter une personne',
  name: 'Nom',
  email: 'Adresse électronique',
  staff: 'Équipe du programme',
  adding: 'Ajouter au programme',
  list: 'Dans le programme',
  count_one: '{{count}} personne',
  count_other: '{{count}} personnes',
  back: 'Retour au couloir',
  notStaff:
    'Seule l’équipe du programme voit cette page. Si elle vous concerne, demandez à un collègue qui en fait déjà partie.',
  plate: {
    title: 'Ma plaque',
    under: 'Ce que les autres lisent à votre porte avant d’entrer.',
    name: 'Nom',
    place: 'Ce que vous faites et où',
    placeHint: 'Par exemple : clinicienne chercheuse · Toronto',
    talksAbout: 'Parle volontiers de',
    talksAboutHint: 'Quelques mots : enseigner, dire non',
    contact: 'Comment vous joindre',
    contactHint:
      'Montré seulement là où vous voulez tous deux vous revoir : une adresse, un numéro. Vide : rien n’est transmis.',
    firstTimeFine: 'Une première visite est bienvenue',
    save: 'Enregistrer',
    cancel: 'Annuler',
  },
  chance: {
    title: 'Pour le café et les autres rencontres du hasard',
    under: 'C’est ce qui décide de qui vous rencontrez. Vous pouvez tout laisser vide.',
    offers: 'On peut vous interroger sur',
    offersHint: 'Séparés par des virgules : enseigner, dire non. Qui a posé la question peut en être informé.',
    wants: 'Vous aimeriez interroger sur',
    wantsHint: 'Séparés par des virgules. Qui peut répondre peut en être informé.',
    interests: 'En dehors du travail',
    interestsHint: 'Séparés par des virgules : chorale, longues marches',
    languages: 'Langues dans lesquelles vous aimez parler',
    languagesHint: 'Leurs codes, séparés par des virgules : fr, en',
    division: 'Service',
    site: 'Site',
    profession: 'Profession',
    stage: 'Où vous en êtes dans votre carrière',
    stages: {
      unsaid: 'Je préfère ne pas le dire',
      student: 'Aux études',
      trainee: 'En formation',
      early: 'Au début',
      mid: 'Au milieu',
      late: 'Vers la fin',
    },
    likeness: 'Quelqu’un comme vous',
    likenessUnder:
      'Personne d’autre que vous ne le voit, équipe comprise, et personne n’apprend que cela a joué un rôle.',
    likenessAttribute: 'De quoi il s’agit, dans vos mots',
    likenessValue: 'Ce que vous êtes, dans vos mots',
    likenessWanted: 'J’aimerais rencontrer des personnes qui disent la même chose ici, quand elles le souhaitent aussi',
  },
};

addWords('people', fr, 'fr');
