import { useEffect, useRef } from 'react';
import { type Press, pressOf, takesLetters } from './shortcuts.ts';

/** Runs the press of each shortcut key while the screen is shown. */
export function useShortcuts(presses: Readonly<Record<Press, () => void>>): void {
  const latest = useRef(presses);
  useEffect(() => {
    latest.current = presses;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const press = pressOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        altKey: event.altKey,
        metaKey: event.metaKey,
        repeat: event.repeat,
        typing: takesLetters(event.target instanceof Element ? event.target : null),
      });
      if (press) latest.current[press]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
