import type { PageLanguage } from '@ajar/shared';
import type { Mail } from '../mail/index.ts';
import { inLanguage } from '../words/index.ts';
import type { Invited } from './people.ts';
import type { RoundRow } from './plan.ts';
import { roundWords } from './words.ts';

export type LetterParts = {
  round: RoundRow;
  startsAt: Date;
  person: Pick<Invited, 'name' | 'email' | 'expected'>;
  language: PageLanguage;
  /** Addresses: of the rounds page, and the two that work without signing in. */
  page: string;
  sitOut: string;
  noMail: string;
};

/** `Tuesday, 24 November 2026 at 12:30 CET`, on the round's own clock. */
export function timeInWords(at: Date, timeZone: string, language: PageLanguage): string {
  const { locale, at: both } = inLanguage(roundWords, language);
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
  return both(date, time);
}

/** The words of a mail about a round. */
export function letter(kind: 'invitation' | 'reminder', parts: LetterParts): Mail {
  const { round, person, noMail } = parts;
  const words = inLanguage(roundWords, parts.language);
  const when = timeInWords(parts.startsAt, round.timeZone, parts.language);
  const { subject, paragraphs } = said(kind, parts, when);
  return {
    to: person.email,
    subject,
    text: `${[words.hello(person.name), ...paragraphs, `${words.noMore}\n${noMail}`].join('\n\n')}\n`,
    headers: {
      // One press in the mail program ends the mail (RFC 8058).
      'List-Unsubscribe': `<${noMail}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function said(
  kind: 'invitation' | 'reminder',
  { round, person, language, page, sitOut }: LetterParts,
  when: string,
): { subject: string; paragraphs: string[] } {
  const { reminder, expected, invited, ...words } = inLanguage(roundWords, language);
  if (kind === 'reminder') {
    const paragraphs = [`${reminder.text(round.name, when)}\n${page}`, `${reminder.not}\n${sitOut}`];
    return { subject: reminder.subject(round.name), paragraphs };
  }
  const minutes = Math.max(1, Math.round(round.sittingSeconds / 60));
  const how = `${words.shape(round.sittings, minutes)} ${words.nothingToPrepare}`;
  if (person.expected) {
    const first = `${expected.text(round.name, when)} ${how}`;
    const paragraphs = [first, `${expected.sitOut}\n${sitOut}`, `${expected.all}\n${page}`];
    return { subject: `${round.name}: ${when}`, paragraphs };
  }
  const first = `${invited.text(round.name, when)} ${how}`;
  return { subject: invited.subject(round.name), paragraphs: [first, `${invited.how}\n${page}`, invited.once] };
}
