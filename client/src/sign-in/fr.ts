import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'sign-in'> = {
  title: 'Connexion',
  heading: 'Quelqu’un a laissé la porte entrouverte.',
  under: 'Un couloir pour le mentorat. Entrez là où il y a de la lumière, ou prenez un café avec quelqu’un de nouveau.',
  underProgram:
    'Le couloir de {{program}}. Entrez là où il y a de la lumière, ou prenez un café avec quelqu’un de nouveau.',
  demoTitle: 'Essayez en tant que quelqu’un',
  demoUnder:
    'Ceci est une démonstration : rien n’est réel ici, et il ne faut pas de mot de passe. Ouvrez une deuxième fenêtre pour être deux personnes.',
  continueAs: 'Continuer en tant que {{name}}',
  linkTitle: 'Par courriel',
  email: 'Votre adresse électronique',
  send: 'M’envoyer un lien',
  sentTitle: 'Regardez vos courriels',
  sent: 'Un lien est en route vers {{email}}. Il vous connecte une fois, pendant quelques minutes. Si rien n’arrive, demandez à l’équipe de votre programme quelle adresse elle connaît.',
  outbox: 'Aucun serveur de courrier n’est réglé ici : lisez-le dans la boîte d’envoi locale',
  again: 'Utiliser une autre adresse',
  otherTitle: 'Autres moyens',
  passkey: 'Utiliser une clé d’accès',
  sso: 'Continuer avec {{name}}',
  linkFailed: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau ci-dessous.',
  tryAgain: 'Réessayer',
};

addWords('sign-in', fr, 'fr');
