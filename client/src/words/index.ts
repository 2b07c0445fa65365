import { createInstance, type i18n as I18n, type ResourceNamespaceMap } from 'i18next';
import { initReactI18next } from 'react-i18next';

/**
 * The words on screen. Each folder keeps its own in `en.ts` as one namespace, declares their type there
 * (`ResourceNamespaceMap` of i18next) and adds them with `addWords` when it is loaded, so that a lazily loaded
 * screen brings its words with it. Beside it stand `fr.ts` and `es.ts`, which `languages/` gathers in two
 * files: of what a page draws at first, and of all parts that come later.
 */
export const i18n: I18n = createInstance();

/**
 * A value that reads the other way than the sentence it stands in keeps to itself (Unicode Standard Annex 9, isolates):
 * neither turns the other about. In a page from right to left that is every value.
 */
const reads = globalThis.document?.dir === 'rtl' ? /./ : /[\u0590-\u08ff]/;
const isolated = (value: unknown) =>
  typeof value === 'string' && reads.test(value) ? `\u2068${value}\u2069` : (value as string);
const nothing = () => undefined;

void i18n
  .use({ type: 'formatter', init: nothing, add: nothing, addCached: nothing, format: isolated })
  .use(initReactI18next)
  .init({
    // The server wrote it into the page. Tests without a page are in English.
    lng: globalThis.document?.documentElement.lang || 'en',
    fallbackLng: 'en',
    resources: {},
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  });

export interface Words {
  readonly [key: string]: string | Words;
}

type Translated<W> = { readonly [K in keyof W]: W[K] extends string ? string : Translated<W[K]> };

/** A folder's words in another language: every key of the English ones and no other. */
export type WordsOf<Namespace extends keyof ResourceNamespaceMap> = Translated<ResourceNamespaceMap[Namespace]>;

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type InSixForms<Key> = Key extends `${infer Thing}_${'zero' | 'one' | 'other'}` ? `${Thing}_${Form}` : Key;

/**
 * A folder's words in a language on trial (docs/words.md): a word that is missing is shown in English, one too many does
 * not compile, and what English says of one and of many is said in the six forms of Arabic.
 */
export type WordsOnTrial<Namespace extends keyof ResourceNamespaceMap> = InPart<ResourceNamespaceMap[Namespace]>;

type InPart<W> = { readonly [K in keyof W as InSixForms<K>]?: W[K] extends string ? string : InPart<W[K]> };

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
