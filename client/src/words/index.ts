import { createInstance, type i18n as I18n, type ResourceNamespaceMap } from 'i18next';
import { initReactI18next } from 'react-i18next';

/**
 * The words on screen. Each folder keeps its own in `en.ts` as one namespace, declares their type there
 * (`ResourceNamespaceMap` of i18next) and adds them with `addWords` when it is loaded, so that a lazily loaded
 * screen brings its words with it. Beside it stand `fr.ts` and `es.ts`, which `languages/` gathers.
 */
export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  // The server wrote it into the page. Tests without a page are in English.
  lng: globalThis.document?.documentElement.lang || 'en',
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export interface Words {
  readonly [key: string]: string | Words;
}

type Translated<W> = { readonly [K in keyof W]: W[K] extends string ? string : Translated<W[K]> };

/** A folder's words in another language: every key of the English ones and no other. */
export type WordsOf<Namespace extends keyof ResourceNamespaceMap> = Translated<ResourceNamespaceMap[Namespace]>;

/** Adds a folder's words in one language, under the folder's name. */
export function addWords(namespace: string, words: Words, language = 'en'): void {
  i18n.addResourceBundle(language, namespace, words, true, true);
}

/** Names as one reads them: `Bea`, `Bea and Chidi`, `Bea, Chidi, and Dana`. */
export function listOfNames(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
}

/** Titles one does not call a person by. */
const title = /^(\p{L}+\.|dr|prof|professor|mr|mrs|ms|mx)$/iu;

/** The name one would call across a corridor: `Amara Osei` → `Amara`, `Prof. Dr. Ada King` → `Ada`. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !title.test(word)) ?? name;
}
