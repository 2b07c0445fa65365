import type { DoorState } from '@ajar/shared';
import type { Mail } from '../mail/index.ts';

export type OpenDoor = { name: string; state: Exclude<DoorState, 'closed'> };

/** The same words for a push message and the subject of a mail. */
export function openWords({ name, state }: OpenDoor): { title: string; how: string } {
  return state === 'open'
    ? { title: `${name}’s door is open`, how: 'You can walk in.' }
    : { title: `${name}’s door is ajar`, how: 'Knock, and see whether now is good.' };
}

/** The same for hours that do not come about. */
export function closedWords(name: string): { title: string; body: string } {
  return {
    title: `${name}’s door stays closed this time`,
    body: 'These hours do not come about. Their name plate says when the next are.',
  };
}

type Sheet = {
  to: string;
  name: string;
  /** Addresses: of the corridor, and of the page that ends the mail without signing in. */
  corridor: string;
  noMail: string;
};

/** The words of a mail about a door that has opened. */
export function openLetter(door: OpenDoor, { always, ...sheet }: Sheet & { always: boolean }): Mail {
  const { title, how } = openWords(door);
  const when = always ? 'You asked to be told every time.' : 'You asked to be told once, and this was it.';
  return letter(sheet, title, `${how} You need no reason`, when);
}

/** The words of a mail about hours that do not come about. */
export function closedLetter(mentorName: string, sheet: Sheet): Mail {
  const { title, body } = closedWords(mentorName);
  return letter(sheet, title, body.replace(/\.$/, ''), 'You follow this door, or have its hours in your calendar.');
}

function letter({ to, name, corridor, noMail }: Sheet, title: string, how: string, why: string): Mail {
  return {
    to,
    subject: title,
    text: `Hello ${name},\n\n${title}. ${how}:\n${corridor}\n\n${why} Nobody else knows.\n\nNo more mail about doors:\n${noMail}\n`,
    headers: {
      // One press in the mail program ends the mail (RFC 8058).
      'List-Unsubscribe': `<${noMail}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
