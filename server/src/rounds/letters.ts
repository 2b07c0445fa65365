import type { Mail } from '../mail/index.ts';
import type { Invited } from './people.ts';
import type { RoundRow } from './plan.ts';

export type LetterParts = {
  round: RoundRow;
  startsAt: Date;
  person: Pick<Invited, 'name' | 'email' | 'expected'>;
  /** Addresses: of the rounds page, and the two that work without signing in. */
  page: string;
  sitOut: string;
  noMail: string;
};

/** `Tuesday, 24 November 2026 at 12:30 CET`, on the round's own clock. */
export function timeInWords(at: Date, timeZone: string): string {
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
  return `${date} at ${time}`;
}

/** The words of a mail about a round. */
export function letter(kind: 'invitation' | 'reminder', parts: LetterParts): Mail {
  const { round, startsAt, person, page, sitOut, noMail } = parts;
  const when = timeInWords(startsAt, round.timeZone);
  const headers = {
    // One press in the mail program ends the mail (RFC 8058).
    'List-Unsubscribe': `<${noMail}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const end = `\nNo more mail about this round:\n${noMail}\n`;
  const how = `${inWords(round.sittings, round.sittingSeconds)} There is nothing to prepare.`;
  if (kind === 'reminder') {
    return {
      to: person.email,
      subject: `${round.name} begins in ten minutes`,
      text: `Hello ${person.name},\n\n${round.name} begins in ten minutes, ${when}. Say that you are there from two minutes before:\n${page}\n\nNot today? You need no reason:\n${sitOut}\n${end}`,
      headers,
    };
  }
  if (person.expected) {
    return {
      to: person.email,
      subject: `${round.name}: ${when}`,
      text: `Hello ${person.name},\n\n${round.name} is on ${when}. ${how}\n\nSit this one out; you need no reason, and can undo it:\n${sitOut}\n\nEverything about your rounds:\n${page}\n${end}`,
      headers,
    };
  }
  return {
    to: person.email,
    subject: `You are invited: ${round.name}`,
    text: `Hello ${person.name},\n\n${round.name} is coffee with somebody of your programme, at a set time. The next is on ${when}. ${how}\n\nJoin once, every time, or as often as suits you:\n${page}\n\nYou need not answer. This is written to you once.\n${end}`,
    headers,
  };
}

function inWords(sittings: number, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const each = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return sittings === 1 ? `You meet one person, for ${each}.` : `You meet ${sittings} people, for ${each} each.`;
}
