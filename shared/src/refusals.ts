import type { ErrorCategory, WireError } from './errors.ts';
import type { PageLanguage } from './language.ts';

/**
 * The words of refusals in other languages, by the English ones. `{1}`, `{2}` stand for what is filled in, in both. What
 * is filled in comes out of the English words, so that no language says more than another.
 */
export type Refusals = Readonly<Record<string, Readonly<Record<'fr' | 'es', string>>>>;

/** What is said where nothing more exact is known: a message of a library, or one of an Ajar that is newer. */
const inGeneral: Readonly<Record<ErrorCategory, Refusals[string]>> = {
  'bad-input': {
    fr: 'Une indication n’a pas pu être comprise. Rien n’a été changé.',
    es: 'Algún dato no se ha podido entender. No se ha cambiado nada.',
  },
  'not-signed-in': {
    fr: 'La connexion est fermée. Connectez-vous de nouveau.',
    es: 'La sesión se ha cerrado. Inicie sesión de nuevo.',
  },
  'not-allowed': {
    fr: 'Ce n’est pas possible ici. Rien n’a été changé.',
    es: 'Esto no es posible aquí. No se ha cambiado nada.',
  },
  'not-found': {
    fr: 'Ce n’est plus là. Rien n’a été changé.',
    es: 'Esto ya no está. No se ha cambiado nada.',
  },
  conflict: {
    fr: 'Ce n’est pas possible en ce moment. Rien n’a été changé.',
    es: 'Ahora mismo no es posible. No se ha cambiado nada.',
  },
  'too-many': {
    fr: 'Cela fait beaucoup à la fois. Attendez un moment et réessayez.',
    es: 'Ha sido mucho a la vez. Espere un momento e inténtelo de nuevo.',
  },
  unavailable: {
    fr: 'Cela ne marche pas en ce moment. Réessayez dans un moment.',
    es: 'Ahora mismo no funciona. Inténtelo de nuevo en un momento.',
  },
  'set-up': { fr: 'Quelque chose n’est pas réglé sur le serveur.', es: 'Falta algún ajuste en el servidor.' },
  internal: {
    fr: 'Quelque chose n’a pas marché de notre côté. Rien n’a été changé\u202f; réessayez.',
    es: 'Algo ha fallado por nuestra parte. No se ha cambiado nada; inténtelo de nuevo.',
  },
};

/**
 * @returns how a refusal is said in a language; `null` where its words are not among these: those of a library, or words
 * that are in this language already. English is said as it is.
 */
export function translating(refusals: Refusals): (message: string, language: PageLanguage) => string | null {
  const filled = Object.entries(refusals)
    .filter(([english]) => english.includes('{1}'))
    // `{1}’s door is open` before `{1} is open`.
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([english, others]) => ({ pattern: patternOf(english), others }));
  return (message, language) => {
    if (language !== 'fr' && language !== 'es') return message;
    const whole = refusals[message]?.[language];
    if (whole !== undefined) return whole;
    for (const { pattern, others } of filled) {
      const found = pattern.exec(message);
      if (found) return fill(others[language], found.slice(1));
    }
    return null;
  };
}

/** @returns how an error is said in a language. English is said as it is. */
export function sayingIn(refusals: Refusals): (error: WireError, language: PageLanguage) => WireError {
  const translated = translating(refusals);
  return (error, language) => {
    if (language !== 'fr' && language !== 'es') return error;
    return { ...error, message: translated(error.message, language) ?? inGeneral[error.category][language] };
  };
}

function patternOf(english: string): RegExp {
  const literal = english.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('(.+)')}$`, 'su');
}

function fill(words: string, values: readonly string[]): string {
  return words.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at) - 1] ?? '');
}
