/** What the keys of a call do. */
export type Press = 'microphone' | 'camera' | 'share' | 'leave';

export const keyOf: Readonly<Record<Press, string>> = { microphone: 'M', camera: 'V', share: 'S', leave: 'L' };

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
