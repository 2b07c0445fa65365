import type { InEach } from '../words/index.ts';

type LinkPageWords = { sorry: string; nowhere: string };

export const linkPageWords: InEach<LinkPageWords> = {
  en: { sorry: 'Sorry', nowhere: 'This link leads nowhere now' },
  fr: { sorry: 'Pardon', nowhere: 'Ce lien ne mène plus nulle part' },
  es: { sorry: 'Lo sentimos', nowhere: 'Este enlace ya no lleva a ninguna parte' },
};
