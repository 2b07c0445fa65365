import type { InEach } from '../words/index.ts';
import { weightLines } from './pairing/index.ts';

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

/** Why each weight is there, by its name. */
export const weightReasons: InEach<Readonly<Record<string, string>>> = {
  en: Object.fromEntries(weightLines.map(({ name, reason }) => [name, reason])),
  fr: {
    neverMet: 'Le hasard est pour les personnes qui ne se seraient pas rencontrées autrement.',
    metLongAgo: 'Mieux vaut se revoir tard que bientôt ; en entier au bout d’un an.',
    differentDivision: 'Les services entendent parler les uns des autres par les gens.',
    differentSite: 'Les personnes d’autres sites sont celles que nul ne croise.',
    differentProfession: 'Une autre profession voit le même travail d’un autre côté.',
    wantedIsOffered:
      'L’un aimerait demander ce que l’autre aime qu’on lui demande ; deux fois si cela va dans les deux sens.',
    nearStage: 'Les pairs sont au même point d’une carrière, ou pour moitié au suivant.',
    stagesApart: 'Deux étapes plus loin ou davantage, il y a quelque chose à transmettre ; pour moitié à une étape.',
    sharedInterests: 'De quoi commencer ; pour chaque intérêt commun, jusqu’à trois.',
    leftOverLast: 'Qui n’a pas eu de place la dernière fois passe d’abord.',
    trioLast: 'Qui était à une table de trois la dernière fois passe ensuite.',
    likeness:
      'Fait pencher le sort, entre des paires aussi bonnes, vers deux personnes qui ont toutes deux demandé à rencontrer quelqu’un de semblable. Privé.',
  },
  es: {
    neverMet: 'El azar es para quienes no se habrían conocido de otro modo.',
    metLongAgo: 'Mejor volver a verse tarde que pronto; por entero al cabo de un año.',
    differentDivision: 'Los servicios saben unos de otros por las personas.',
    differentSite: 'A las personas de otros sitios no las encuentra nadie por casualidad.',
    differentProfession: 'Otra profesión ve el mismo trabajo desde otro lado.',
    wantedIsOffered:
      'Una parte querría preguntar lo que a la otra le gusta responder; dos veces si va en ambos sentidos.',
    nearStage: 'Los pares están en el mismo punto de una carrera, o a medias en el siguiente.',
    stagesApart: 'Dos etapas más allá, o más, hay algo que transmitir; la mitad con una etapa.',
    sharedInterests: 'Algo con que empezar; por cada interés en común, hasta tres.',
    leftOverLast: 'Quien se quedó sin lugar la última vez va antes.',
    trioLast: 'Quien estuvo en una mesa de tres la última vez va después.',
    likeness:
      'Inclina la suerte, entre parejas igual de buenas, hacia dos personas que pidieron conocer a alguien parecido. Privado.',
  },
};
