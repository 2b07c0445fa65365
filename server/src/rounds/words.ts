import type { InEach } from '../words/index.ts';

type RoundWords = {
  /** How dates and times are written. */
  locale: string;
  at: (date: string, time: string) => string;
  shape: (people: number, minutes: number) => string;
  nothingToPrepare: string;
  hello: (name: string) => string;
  noMore: string;
  reminder: { subject: (round: string) => string; text: (round: string, when: string) => string; not: string };
  expected: { text: (round: string, when: string) => string; sitOut: string; all: string };
  invited: {
    subject: (round: string) => string;
    text: (round: string, when: string) => string;
    how: string;
    once: string;
  };
  feed: string;
  noFeed: string;
  page: {
    noMail: string;
    noMailAsk: (round: string) => string;
    noMailText: string;
    mailAgain: string;
    mailEnded: string;
    undoMail: string;
    sitOut: string;
    sitOutAsk: string;
    sitOutText: (round: string, when: string) => string;
    comes: string;
    sitsOut: string;
    undoSitOut: string;
    time: (round: string, when: string) => string;
    gone: string;
    home: string;
  };
};

/** What is said about a round in mails, in calendars and on the pages of its links. */
export const roundWords: InEach<RoundWords> = {
  en: {
    locale: 'en-GB',
    at: (date, time) => `${date} at ${time}`,
    shape: (people, minutes) => {
      const each = minutes === 1 ? 'a minute' : `${minutes} minutes`;
      return people === 1 ? `You meet one person, for ${each}.` : `You meet ${people} people, for ${each} each.`;
    },
    nothingToPrepare: 'There is nothing to prepare.',
    hello: (name) => `Hello ${name},`,
    noMore: 'No more mail about this round:',
    reminder: {
      subject: (round) => `${round} begins in ten minutes`,
      text: (round, when) => `${round} begins in ten minutes, ${when}. Say that you are there from two minutes before:`,
      not: 'Not today? You need no reason:',
    },
    expected: {
      text: (round, when) => `${round} is on ${when}.`,
      sitOut: 'Sit this one out; you need no reason, and can undo it:',
      all: 'Everything about your rounds:',
    },
    invited: {
      subject: (round) => `You are invited: ${round}`,
      text: (round, when) =>
        `${round} is coffee with somebody of your programme, at a set time. The next is on ${when}.`,
      how: 'Join once, every time, or as often as suits you:',
      once: 'You need not answer. This is written to you once.',
    },
    feed: 'Be in the corridor two minutes before, and say that you are there.',
    noFeed: 'There is no calendar at this address any more.',
    page: {
      noMail: 'No more mail',
      noMailAsk: (round) => `No more mail about ${round}?`,
      noMailText: 'You stay in the round if you are in it. The corridor still shows when it takes place.',
      mailAgain: 'You get mail about it again',
      mailEnded: 'No more mail about it',
      undoMail: 'Write to me after all',
      sitOut: 'Sit this one out',
      sitOutAsk: 'Sit this one out?',
      sitOutText: (round, when) => `${round} on ${when}. You need no reason, and nobody is told.`,
      comes: 'You are expected after all',
      sitsOut: 'You sit this one out',
      undoSitOut: 'Come after all',
      time: (round, when) => `${round} on ${when}.`,
      gone: 'The round may have been stopped, or the link is not whole. Nothing was changed.',
      home: 'Your rounds',
    },
  },
  fr: {
    locale: 'fr-FR',
    at: (date, time) => `${date} à ${time}`,
    shape: (people, minutes) => {
      const each = minutes === 1 ? 'une minute' : `${minutes} minutes`;
      return people === 1
        ? `Vous rencontrez une personne, pendant ${each}.`
        : `Vous rencontrez ${people} personnes l’une après l’autre, pendant ${each} chacune.`;
    },
    nothingToPrepare: 'Il n’y a rien à préparer.',
    hello: (name) => `Bonjour ${name},`,
    noMore: 'Plus de courriels sur cette ronde :',
    reminder: {
      subject: (round) => `${round} commence dans dix minutes`,
      text: (round, when) =>
        `${round} commence dans dix minutes, ${when}. Dites que vous êtes là dès deux minutes avant :`,
      not: 'Pas aujourd’hui ? Il ne faut aucune raison :',
    },
    expected: {
      text: (round, when) => `${round} a lieu ${when}.`,
      sitOut: 'Passer cette fois ; il ne faut aucune raison, et cela peut s’annuler :',
      all: 'Tout sur vos rondes :',
    },
    invited: {
      subject: (round) => `Une invitation : ${round}`,
      text: (round, when) =>
        `${round} est un café avec quelqu’un de votre programme, à heure fixe. La prochaine fois est ${when}.`,
      how: 'Venez une fois, chaque fois, ou aussi souvent que cela vous convient :',
      once: 'Vous pouvez ne pas répondre. Ceci ne vous est écrit qu’une fois.',
    },
    feed: 'Soyez dans le couloir deux minutes avant, et dites que vous êtes là.',
    noFeed: 'Il n’y a plus d’agenda à cette adresse.',
    page: {
      noMail: 'Plus de courriels',
      noMailAsk: (round) => `Plus de courriels sur ${round} ?`,
      noMailText: 'Vous restez dans la ronde si vous y êtes. Le couloir montre toujours quand elle a lieu.',
      mailAgain: 'Vous recevez de nouveau des courriels à ce sujet',
      mailEnded: 'Plus de courriels à ce sujet',
      undoMail: 'M’écrire tout de même',
      sitOut: 'Passer cette fois',
      sitOutAsk: 'Passer cette fois ?',
      sitOutText: (round, when) => `${round}, ${when}. Il ne faut aucune raison, et personne n’en est averti.`,
      comes: 'On vous attend tout de même',
      sitsOut: 'Vous passez cette fois',
      undoSitOut: 'Venir tout de même',
      time: (round, when) => `${round}, ${when}.`,
      gone: 'La ronde n’a peut-être plus lieu, ou le lien n’est pas entier. Rien n’a été changé.',
      home: 'Vos rondes',
    },
  },
  es: {
    locale: 'es-ES',
    at: (date, time) => `${date} a las ${time}`,
    shape: (people, minutes) => {
      const each = minutes === 1 ? 'un minuto' : `${minutes} minutos`;
      return people === 1
        ? `Conoce a una persona, durante ${each}.`
        : `Conoce a ${people} personas una tras otra, durante ${each} cada una.`;
    },
    nothingToPrepare: 'No hay nada que preparar.',
    hello: (name) => `Hola, ${name}:`,
    noMore: 'No más correos sobre esta ronda:',
    reminder: {
      subject: (round) => `${round} empieza en diez minutos`,
      text: (round, when) => `${round} empieza en diez minutos, ${when}. Diga que está aquí desde dos minutos antes:`,
      not: '¿Hoy no? No hace falta ningún motivo:',
    },
    expected: {
      text: (round, when) => `${round} es el ${when}.`,
      sitOut: 'Saltarse esta vez; no hace falta ningún motivo, y puede deshacerlo:',
      all: 'Todo sobre sus rondas:',
    },
    invited: {
      subject: (round) => `Una invitación: ${round}`,
      text: (round, when) =>
        `${round} es un café con alguien de su programa, a una hora fijada. La próxima vez es el ${when}.`,
      how: 'Venga una vez, siempre, o tan a menudo como le convenga:',
      once: 'No hace falta que responda. Esto se le escribe una sola vez.',
    },
    feed: 'Esté en el pasillo dos minutos antes y diga que está aquí.',
    noFeed: 'Ya no hay ningún calendario en esta dirección.',
    page: {
      noMail: 'No más correos',
      noMailAsk: (round) => `¿No más correos sobre ${round}?`,
      noMailText: 'Sigue en la ronda si está en ella. El pasillo muestra igualmente cuándo es.',
      mailAgain: 'Vuelve a recibir correos sobre ella',
      mailEnded: 'No más correos sobre ella',
      undoMail: 'Escribirme de todos modos',
      sitOut: 'Saltarme esta vez',
      sitOutAsk: '¿Saltarse esta vez?',
      sitOutText: (round, when) => `${round}, el ${when}. No hace falta ningún motivo, y no se le dice a nadie.`,
      comes: 'Se le espera después de todo',
      sitsOut: 'Esta vez no viene',
      undoSitOut: 'Venir de todos modos',
      time: (round, when) => `${round}, el ${when}.`,
      gone: 'Puede que la ronda haya terminado, o que el enlace no esté completo. No se ha cambiado nada.',
      home: 'Sus rondas',
    },
  },
};
