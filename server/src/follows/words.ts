import type { InEach } from '../words/index.ts';

type Said = { title: string; body: string };

type FollowWords = {
  open: (name: string) => Said;
  ajar: (name: string) => Said;
  closed: (name: string) => Said;
  /** Under a push message. */
  pushed: string;
  letter: {
    hello: (name: string) => string;
    noReason: string;
    everyTime: string;
    once: string;
    whyClosed: string;
    nobodyKnows: string;
    noMore: string;
  };
  page: {
    title: string;
    heading: string;
    ask: string;
    again: string;
    againText: string;
    ended: string;
    endedText: string;
    undo: string;
    gone: string;
    home: string;
  };
};

/** What is said when a door opens, or does not, and on the page that ends such mail. */
export const followWords: InEach<FollowWords> = {
  en: {
    open: (name) => ({ title: `${name}’s door is open`, body: 'You can walk in.' }),
    ajar: (name) => ({ title: `${name}’s door is ajar`, body: 'Knock, and see whether now is good.' }),
    closed: (name) => ({
      title: `${name}’s door stays closed this time`,
      body: 'These hours do not come about. Their name plate says when the next are.',
    }),
    pushed: 'You asked to be told.',
    letter: {
      hello: (name) => `Hello ${name},`,
      noReason: 'You need no reason:',
      everyTime: 'You asked to be told every time.',
      once: 'You asked to be told once, and this was it.',
      whyClosed: 'You follow this door, or have its hours in your calendar.',
      nobodyKnows: 'Nobody else knows.',
      noMore: 'No more mail about doors:',
    },
    page: {
      title: 'No more mail',
      heading: 'No more mail when doors open?',
      ask: 'The doors you follow stay followed, and a browser that tells you goes on telling you.',
      again: 'You get mail when doors open',
      againText: 'As before: for each door you follow.',
      ended: 'No more mail when doors open',
      endedText: 'From now on no such mail is written to you.',
      undo: 'Write to me after all',
      gone: 'It may not be whole. Nothing was changed. You can also say there how you are told:',
      home: 'The doors you follow',
    },
  },
  fr: {
    open: (name) => ({ title: `${name} : la porte est ouverte`, body: 'Vous pouvez entrer.' }),
    ajar: (name) => ({
      title: `${name} : la porte est entrouverte`,
      body: 'Frappez, et voyez si le moment est bon.',
    }),
    closed: (name) => ({
      title: `${name} : la porte reste fermée cette fois`,
      body: 'Ces heures n’ont pas lieu. La plaque dit quand sont les prochaines.',
    }),
    pushed: 'Vous avez demandé qu’on vous prévienne.',
    letter: {
      hello: (name) => `Bonjour ${name},`,
      noReason: 'Il ne faut aucune raison :',
      everyTime: 'Vous avez demandé qu’on vous prévienne chaque fois.',
      once: 'Vous avez demandé qu’on vous prévienne une fois, et la voici.',
      whyClosed: 'Vous suivez cette porte, ou avez ses heures dans votre agenda.',
      nobodyKnows: 'Personne d’autre ne le sait.',
      noMore: 'Plus de courriels sur les portes :',
    },
    page: {
      title: 'Plus de courriels',
      heading: 'Plus de courriels quand des portes s’ouvrent ?',
      ask: 'Les portes suivies le restent, et un navigateur qui vous prévient continue de le faire.',
      again: 'Vous recevez un courriel quand des portes s’ouvrent',
      againText: 'Comme avant : pour chaque porte que vous suivez.',
      ended: 'Plus de courriels quand des portes s’ouvrent',
      endedText: 'Désormais, aucun courriel de ce genre ne vous est écrit.',
      undo: 'M’écrire tout de même',
      gone: 'Il n’est peut-être pas entier. Rien n’a été changé. Vous pouvez aussi dire ici comment on vous prévient :',
      home: 'Les portes que vous suivez',
    },
  },
  es: {
    open: (name) => ({ title: `${name}: la puerta está abierta`, body: 'Puede entrar.' }),
    ajar: (name) => ({ title: `${name}: la puerta está entornada`, body: 'Llame y vea si es buen momento.' }),
    closed: (name) => ({
      title: `${name}: la puerta sigue cerrada esta vez`,
      body: 'Este horario no se cumple. La placa dice cuándo es el próximo.',
    }),
    pushed: 'Pidió que se le avisara.',
    letter: {
      hello: (name) => `Hola, ${name}:`,
      noReason: 'No hace falta ningún motivo:',
      everyTime: 'Pidió que se le avisara siempre.',
      once: 'Pidió que se le avisara una vez, y es esta.',
      whyClosed: 'Sigue esta puerta, o tiene su horario en su calendario.',
      nobodyKnows: 'Nadie más lo sabe.',
      noMore: 'No más correos sobre puertas:',
    },
    page: {
      title: 'No más correos',
      heading: '¿No más correos cuando se abran puertas?',
      ask: 'Las puertas que sigue se siguen igual, y un navegador que le avisa continúa avisándole.',
      again: 'Recibe correos cuando se abren puertas',
      againText: 'Como antes: por cada puerta que sigue.',
      ended: 'No más correos cuando se abran puertas',
      endedText: 'Desde ahora no se le escribe ningún correo así.',
      undo: 'Escribirme de todos modos',
      gone: 'Quizá no esté completo. No se ha cambiado nada. También puede decir aquí cómo se le avisa:',
      home: 'Las puertas que sigue',
    },
  },
};
