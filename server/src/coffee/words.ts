import type { InEach } from '../words/index.ts';

/** To those who asked to be called. Never who sat down. */
export const callWords: InEach<{ title: string; body: string }> = {
  en: {
    title: 'Somebody sat down for coffee',
    body: 'You asked to be called. Sit down too, and you meet.',
  },
  fr: {
    title: 'Quelqu’un attend à la table du café',
    body: 'Vous avez demandé qu’on vous appelle. Asseyez-vous aussi, et vous vous rencontrez.',
  },
  es: {
    title: 'Alguien se ha sentado a tomar un café',
    body: 'Pidió que se le llamara. Siéntese también, y se conocen.',
  },
};
