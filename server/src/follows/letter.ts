import type { DoorState, PageLanguage } from '@ajar/shared';
import type { Mail } from '../mail/index.ts';
import { type InEach, inEach, inLanguage } from '../words/index.ts';
import { followWords } from './words.ts';

export type OpenDoor = { name: string; state: Exclude<DoorState, 'closed'> };

type Said = { title: string; body: string };

/** A push message about a door that has opened. */
export function openWords({ name, state }: OpenDoor): InEach<Said> {
  return inEach(followWords, (words) => {
    const { title, body } = words[state](name);
    return { title, body: `${body} ${words.pushed}` };
  });
}

/** The same for hours that do not come about. */
export function closedWords(name: string): InEach<Said> {
  return inEach(followWords, (words) => words.closed(name));
}

type Sheet = {
  to: string;
  name: string;
  language: PageLanguage;
  /** Addresses: of the corridor, and of the page that ends the mail without signing in. */
  corridor: string;
  noMail: string;
};

/** The words of a mail about a door that has opened. */
export function openLetter({ name, state }: OpenDoor, { always, ...sheet }: Sheet & { always: boolean }): Mail {
  const words = inLanguage(followWords, sheet.language);
  const { noReason, everyTime, once } = words.letter;
  const { title, body } = words[state](name);
  return letter(sheet, { title, body: `${body} ${noReason}`, why: always ? everyTime : once });
}

/** The words of a mail about hours that do not come about. */
export function closedLetter(mentorName: string, sheet: Sheet): Mail {
  const words = inLanguage(followWords, sheet.language);
  return letter(sheet, { ...words.closed(mentorName), why: words.letter.whyClosed });
}

function letter({ to, name, language, corridor, noMail }: Sheet, { title, body, why }: Said & { why: string }): Mail {
  const { hello, nobodyKnows, noMore } = inLanguage(followWords, language).letter;
  return {
    to,
    subject: title,
    text: `${hello(name)}\n\n${title}. ${body}\n${corridor}\n\n${why} ${nobodyKnows}\n\n${noMore}\n${noMail}\n`,
    headers: {
      // One press in the mail program ends the mail (RFC 8058).
      'List-Unsubscribe': `<${noMail}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
