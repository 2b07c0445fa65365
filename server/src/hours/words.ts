import type { InEach } from '../words/index.ts';

type Said = { title: string; body: string };

type HoursWords = {
  /** How times are written. */
  locale: string;
  /** @param late whether they have begun already. */
  own: (at: string, late: boolean) => Said;
  desk: (name: string, at: string, late: boolean) => Said;
  feed: {
    /** A door of somebody's own, as others have it in their calendar. */
    door: (name: string) => string;
    ifOpen: string;
    own: string;
    ownAsked: string;
    duty: (desk: string) => string;
    dutyAsked: string;
  };
};

/** What is said about hours in push messages and in calendars. */
export const hoursWords: InEach<HoursWords> = {
  en: {
    locale: 'en-GB',
    own: (at, late) => ({
      title: 'Open now?',
      body: `Your hours ${late ? 'began' : 'begin'} at ${at}. Your door stays closed unless you open it.`,
    }),
    desk: (name, at, late) => ({
      title: 'Go on duty now?',
      body: `Your hours at ${name} ${late ? 'began' : 'begin'} at ${at}. You stay off duty unless you say so.`,
    }),
    feed: {
      door: (name) => `${name}’s door`,
      ifOpen: 'If it is open, walk in. If it stays closed, the corridor says so.',
      own: 'Hours of my door',
      ownAsked: 'Five minutes before, you are asked whether to open it.',
      duty: (desk) => `On duty: ${desk}`,
      dutyAsked: 'Five minutes before, you are asked whether to go on duty.',
    },
  },
  fr: {
    locale: 'fr-FR',
    own: (at, late) => ({
      title: 'Ouvrir maintenant ?',
      body: `Vos heures ${late ? 'ont commencé' : 'commencent'} à ${at}. Votre porte reste fermée si vous ne l’ouvrez pas.`,
    }),
    desk: (name, at, late) => ({
      title: 'Prendre le service maintenant ?',
      body: `Vos heures à ${name} ${late ? 'ont commencé' : 'commencent'} à ${at}. Sans réponse, vous n’êtes pas de service.`,
    }),
    feed: {
      door: (name) => `Porte : ${name}`,
      ifOpen: 'Si elle est ouverte, entrez. Si elle reste fermée, le couloir le dit.',
      own: 'Heures de ma porte',
      ownAsked: 'Cinq minutes avant, on vous demande s’il faut l’ouvrir.',
      duty: (desk) => `De service : ${desk}`,
      dutyAsked: 'Cinq minutes avant, on vous demande si vous prenez le service.',
    },
  },
  es: {
    locale: 'es-ES',
    own: (at, late) => ({
      title: '¿Abrir ahora?',
      body: `Su horario ${late ? 'empezó' : 'empieza'} a las ${at}. Su puerta sigue cerrada si no la abre.`,
    }),
    desk: (name, at, late) => ({
      title: '¿Empezar el turno ahora?',
      body: `Su horario en ${name} ${late ? 'empezó' : 'empieza'} a las ${at}. Sin respuesta, no está de turno.`,
    }),
    feed: {
      door: (name) => `Puerta: ${name}`,
      ifOpen: 'Si está abierta, entre. Si sigue cerrada, el pasillo lo dice.',
      own: 'Horario de mi puerta',
      ownAsked: 'Cinco minutos antes, se le pregunta si abrirla.',
      duty: (desk) => `De turno: ${desk}`,
      dutyAsked: 'Cinco minutos antes, se le pregunta si empieza el turno.',
    },
  },
};
