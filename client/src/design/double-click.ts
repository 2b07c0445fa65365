let clicks = 1;

if (typeof document !== 'undefined') {
  const count = ({ detail }: MouseEvent) => {
    clicks = detail;
  };
  document.addEventListener('mousedown', count, { capture: true, passive: true });
}

/**
 * Whether a press just made is the second half of a double click: where one press turns into its opposite in place
 * (`Knock`, `Leave the line`), that half must not undo the first. Browsers count clicks on mouse events only.
 */
export function isSecondOfDoubleClick({ pointerType }: { pointerType: string }): boolean {
  return pointerType === 'mouse' && clicks > 1;
}
