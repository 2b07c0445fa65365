import { type InEach, inEach } from '../words/index.ts';

type Said = { title: string; body: string };

type KeepingWords = { kept: (mentorName: string) => Said; ended: (mentorName: string) => Said };

const keepingWords: InEach<KeepingWords> = {
  en: {
    kept: (mentorName) => ({
      title: `${mentorName} is not connected just now`,
      body: 'Your place in line is kept for ten minutes. If the door opens again, you are where you were.',
    }),
    ended: (mentorName) => ({
      title: `${mentorName} could not come back in time`,
      body: 'The line at this door has ended. Thank you for waiting.',
    }),
  },
  fr: {
    kept: (mentorName) => ({
      title: `${mentorName} n’a pas de connexion en ce moment`,
      body: 'Votre place dans la file est gardée dix minutes. Si la porte se rouvre, vous êtes là où vous étiez.',
    }),
    ended: (mentorName) => ({
      title: `${mentorName} n’a pas pu revenir à temps`,
      body: 'La file à cette porte est finie. Merci d’avoir attendu.',
    }),
  },
  es: {
    kept: (mentorName) => ({
      title: `${mentorName} no tiene conexión ahora mismo`,
      body: 'Su lugar en la fila se guarda diez minutos. Si la puerta se abre de nuevo, está donde estaba.',
    }),
    ended: (mentorName) => ({
      title: `${mentorName} no pudo volver a tiempo`,
      body: 'La fila en esta puerta ha terminado. Gracias por esperar.',
    }),
  },
};

/** To those who wait at the door of a mentor who is gone. */
export function keptWords(mentorName: string): InEach<Said> {
  return inEach(keepingWords, ({ kept }) => kept(mentorName));
}

/** To the same, when the mentor did not come back. */
export function endedWords(mentorName: string): InEach<Said> {
  return inEach(keepingWords, ({ ended }) => ended(mentorName));
}
