import { AjarError, asPageLanguage, toAjarError } from '@ajar/shared';
import { useEffect, useState } from 'react';
import { i18n } from '../words/index.ts';

/**
 * The media node speaks English, whoever asks: what it refuses is said here in the language of the page, in words that are
 * fetched when something is refused. Without them it is said in English.
 */
export async function wordsOf(error: AjarError): Promise<AjarError> {
  const language = asPageLanguage(i18n.language) ?? 'en';
  if (language === 'en') return error;
  const { refusalIn } = await import('./of-calls.ts').catch(() => ({ refusalIn: (message: string) => message }));
  const { category, code, message, cause } = error;
  return new AjarError(category, code, refusalIn(message, language), { cause });
}

/** The same answer, or its refusal in the language of the page. @throws AjarError. */
export async function inTheirLanguage<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    throw await wordsOf(toAjarError(thrown));
  }
}

/** An error in the language of the page, as soon as its words are there. */
export function useInTheirLanguage(error: AjarError | null): AjarError | null {
  const [said, setSaid] = useState(error);
  useEffect(() => {
    if (!error) return undefined;
    let asked = true;
    void wordsOf(error).then((words) => asked && setSaid(words));
    return () => {
      asked = false;
    };
  }, [error]);
  return error && said;
}
