import type { DoorState } from '@ajar/shared';
import type { Mail } from '../mail/index.ts';

export type OpenDoor = { name: string; state: Exclude<DoorState, 'closed'> };

/** The same words for a push message and the subject of a mail. */
export function openWords({ name, state }: OpenDoor): { title: string; how: string } {
  return state === 'open'
    ? { title: `${name}’s door is open`, how: 'You can walk in.' }
    : { title: `${name}’s door is ajar`, how: 'Knock, and see whether now is good.' };
}

/** The words of a mail about a door that has opened. */
export function letter(
  door: OpenDoor,
  {
    to,
    name,
    corridor,
    noMail,
    always,
  }: { to: string; name: string; corridor: string; noMail: string; always: boolean },
): Mail {
  const { title, how } = openWords(door);
  const when = always ? 'You asked to be told every time.' : 'You asked to be told once, and this was it.';
  return {
    to,
    subject: title,
    text: `Hello ${name},\n\n${title}. ${how} You need no reason:\n${corridor}\n\n${when} Nobody else knows that you did.\n\nNo more mail when doors open:\n${noMail}\n`,
    headers: {
      // One press in the mail program ends the mail (RFC 8058).
      'List-Unsubscribe': `<${noMail}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
