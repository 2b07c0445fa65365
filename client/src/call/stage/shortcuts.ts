/** What the keys of a call do. */
export type Press = 'microphone' | 'camera' | 'share' | 'hand' | 'chat' | 'view' | 'point' | 'apart' | 'leave' | 'help';

export const keyOf: Readonly<Record<Press, string>> = {
  microphone: 'M',
  camera: 'V',
  share: 'S',
  hand: 'H',
  chat: 'C',
  view: 'G',
  point: 'O',
  apart: 'P',
  leave: 'L',
  help: '?',
};

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  /** The element that has the focus takes letters: a field, a list of choices. */
  typing: boolean;
}

/** The press a key stands for; null while somebody types, holds a key down, or means a shortcut of the browser. */
export function pressOf({ key, ctrlKey, altKey, metaKey, repeat, typing }: KeyPress): Press | null {
  if (typing || repeat || ctrlKey || altKey || metaKey) return null;
  const found = (Object.keys(keyOf) as Press[]).find((press) => keyOf[press] === key.toUpperCase());
  return found ?? null;
}

/** Whether letters typed now belong to this element. */
export function takesLetters(element: Element | null): boolean {
  return (
    element?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]') !=
    null
  );
}

/** Whether a Space pressed now is for speaking while it is held: elsewhere it presses what has the focus, or types. */
export function isToTalk(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  on: Element | null,
): boolean {
  if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey || takesLetters(on)) return false;
  return on?.closest('button, a, summary, label, [role="log"], [role^="menu"], [role="dialog"]') == null;
}
