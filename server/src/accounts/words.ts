import type { InEach } from '../words/index.ts';

type AccountWords = {
  mail: { subject: string; open: string; notAsked: string };
  welcome: {
    title: string;
    heading: string;
    under: string;
    name: string;
    email: string;
    programName: string;
    press: string;
    complaints: { name: string; email: string; programName: string; other: string };
  };
  link: { title: string; heading: string; under: string; press: string; notWhole: string };
  trouble: { title: string; heading: string; corridor: string };
};

/** The mail with the way in, and the server's own pages around it. */
export const accountWords: InEach<AccountWords> = {
  en: {
    mail: {
      subject: 'Your way in to Ajar',
      open: 'Open this link to come in. It works once, for 15 minutes:',
      notAsked: 'If you did not ask for it, leave it be: nothing happens.',
    },
    welcome: {
      title: 'Welcome',
      heading: 'Welcome to Ajar',
      under: 'You are the first one here. Say who you are and what your programme is called.',
      name: 'Your name',
      email: 'Your e-mail address',
      programName: 'Name of the programme',
      press: 'Open the corridor',
      complaints: {
        name: 'Please give a name of at most 80 characters.',
        email: 'Please give a whole e-mail address.',
        programName: 'Please give the programme a name of at most 80 characters.',
        other: 'The form is not whole.',
      },
    },
    link: {
      title: 'Sign in',
      heading: 'Come in',
      under: 'One press and you are signed in here. The link works once.',
      press: 'Sign in',
      notWhole: 'The link is not whole. Copy all of it from the mail into the browser.',
    },
    trouble: { title: 'Sorry', heading: 'That did not work', corridor: 'To the corridor' },
  },
  fr: {
    mail: {
      subject: 'Votre entrée dans Ajar',
      open: 'Ouvrez ce lien pour entrer. Il sert une fois, pendant 15 minutes :',
      notAsked: 'Si vous ne l’avez pas demandé, laissez-le : rien ne se passe.',
    },
    welcome: {
      title: 'Bienvenue',
      heading: 'Bienvenue dans Ajar',
      under: 'Personne n’est venu avant vous. Dites qui vous êtes et comment s’appelle votre programme.',
      name: 'Votre nom',
      email: 'Votre adresse électronique',
      programName: 'Nom du programme',
      press: 'Ouvrir le couloir',
      complaints: {
        name: 'Donnez un nom de 80 caractères au plus.',
        email: 'Donnez une adresse électronique entière.',
        programName: 'Donnez au programme un nom de 80 caractères au plus.',
        other: 'Le formulaire n’est pas entier.',
      },
    },
    link: {
      title: 'Connexion',
      heading: 'Entrez',
      under: 'Appuyez une fois, et vous entrez ici. Le lien sert une fois.',
      press: 'Se connecter',
      notWhole: 'Le lien n’est pas entier. Copiez-le en entier du courriel dans le navigateur.',
    },
    trouble: { title: 'Pardon', heading: 'Cela n’a pas marché', corridor: 'Vers le couloir' },
  },
  es: {
    mail: {
      subject: 'Su entrada a Ajar',
      open: 'Abra este enlace para entrar. Sirve una vez, durante 15 minutos:',
      notAsked: 'Si no lo ha pedido, déjelo estar: no pasa nada.',
    },
    welcome: {
      title: 'Le damos la bienvenida',
      heading: 'Le damos la bienvenida a Ajar',
      under: 'Nadie ha llegado antes. Diga quién es y cómo se llama su programa.',
      name: 'Su nombre',
      email: 'Su dirección de correo',
      programName: 'Nombre del programa',
      press: 'Abrir el pasillo',
      complaints: {
        name: 'Dé un nombre de 80 caracteres como mucho.',
        email: 'Dé una dirección de correo completa.',
        programName: 'Dé al programa un nombre de 80 caracteres como mucho.',
        other: 'El formulario no está completo.',
      },
    },
    link: {
      title: 'Iniciar sesión',
      heading: 'Adelante',
      under: 'Con pulsar una vez, entra aquí. El enlace sirve una vez.',
      press: 'Iniciar sesión',
      notWhole: 'El enlace no está completo. Cópielo entero del correo al navegador.',
    },
    trouble: { title: 'Lo sentimos', heading: 'No ha funcionado', corridor: 'Al pasillo' },
  },
};
