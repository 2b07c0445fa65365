import type { InEach } from '../../words/index.ts';

/** What the reasons are made of. Each is a whole sentence to one person; `who` begins one. */
type ReasonWords = {
  notMet: string;
  lastMet: { days: (n: number) => string; weeks: (n: number) => string; months: (n: number) => string; years: string };
  notMetOthers: string;
  notMetAll: string;
  metBefore: string;
  theOther: string;
  somebody: string;
  theyOffer: (who: string, domain: string) => string;
  iOffer: (who: string, domain: string) => string;
  share: (interest: string) => string;
  shareWithSomebody: (interest: string) => string;
  divisions: string;
  sites: string;
  professions: string;
  oddTable: string;
};

export const reasonWords: InEach<ReasonWords> = {
  en: {
    notMet: 'You have not met.',
    lastMet: {
      days: (n) => (n > 1 ? `You last met ${n} days ago.` : 'You last met a day ago.'),
      weeks: (n) => `You last met ${n} weeks ago.`,
      months: (n) => `You last met ${n} months ago.`,
      years: 'You last met more than a year ago.',
    },
    notMetOthers: 'You have not met the others.',
    notMetAll: 'You have not met everybody here.',
    metBefore: 'You have met before, some time ago.',
    theOther: 'The other',
    somebody: 'Somebody here',
    theyOffer: (who, domain) => `${who} likes to be asked about ${domain}; you asked about it.`,
    iOffer: (who, domain) => `${who} would like to ask about ${domain}, which you offer.`,
    share: (interest) => `You share an interest in ${interest}.`,
    shareWithSomebody: (interest) => `You share an interest in ${interest} with somebody here.`,
    divisions: 'You work in different divisions.',
    sites: 'You work at different sites.',
    professions: 'You come from different professions.',
    oddTable: 'You were an odd number, so this table is for three.',
  },
  fr: {
    notMet: 'C’est votre première rencontre.',
    lastMet: {
      days: (n) =>
        n > 1
          ? `Votre dernière rencontre date d’il y a ${n} jours.`
          : 'Votre dernière rencontre date d’il y a un jour.',
      weeks: (n) => `Votre dernière rencontre date d’il y a ${n} semaines.`,
      months: (n) => `Votre dernière rencontre date d’il y a ${n} mois.`,
      years: 'Votre dernière rencontre date d’il y a plus d’un an.',
    },
    notMetOthers: 'C’est votre première rencontre avec les autres.',
    notMetAll: 'Vous n’avez pas encore rencontré tout le monde ici.',
    metBefore: 'Votre dernière rencontre remonte à quelque temps.',
    theOther: 'L’autre personne',
    somebody: 'Quelqu’un ici',
    theyOffer: (who, domain) => `${who} répond volontiers à ce sujet : ${domain} ; vous l’avez demandé.`,
    iOffer: (who, domain) => `${who} aimerait poser des questions sur ce que vous offrez : ${domain}.`,
    share: (interest) => `Vous avez un intérêt en commun : ${interest}.`,
    shareWithSomebody: (interest) => `Vous avez un intérêt en commun avec quelqu’un ici : ${interest}.`,
    divisions: 'Vous travaillez dans des services différents.',
    sites: 'Vous travaillez sur des sites différents.',
    professions: 'Vous venez de professions différentes.',
    oddTable: 'Vous étiez en nombre impair ; cette table est donc pour trois.',
  },
  es: {
    notMet: 'Es su primer encuentro.',
    lastMet: {
      days: (n) => (n > 1 ? `Su último encuentro fue hace ${n} días.` : 'Su último encuentro fue hace un día.'),
      weeks: (n) => `Su último encuentro fue hace ${n} semanas.`,
      months: (n) => `Su último encuentro fue hace ${n} meses.`,
      years: 'Su último encuentro fue hace más de un año.',
    },
    notMetOthers: 'Es su primer encuentro con las demás personas.',
    notMetAll: 'Aún no conoce a todo el mundo aquí.',
    metBefore: 'Ya se conocen, desde hace algún tiempo.',
    theOther: 'La otra persona',
    somebody: 'Alguien aquí',
    theyOffer: (who, domain) => `${who} responde con gusto sobre ${domain}; usted preguntó por ello.`,
    iOffer: (who, domain) => `${who} querría preguntar sobre ${domain}, que usted ofrece.`,
    share: (interest) => `Comparten el interés por ${interest}.`,
    shareWithSomebody: (interest) => `Comparte el interés por ${interest} con alguien aquí.`,
    divisions: 'Trabajan en servicios distintos.',
    sites: 'Trabajan en sitios distintos.',
    professions: 'Vienen de profesiones distintas.',
    oddTable: 'Eran un número impar, así que esta mesa es para tres.',
  },
};
