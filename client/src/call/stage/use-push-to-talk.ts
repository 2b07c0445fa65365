import { useEffect, useRef } from 'react';
import type { LocalMedia } from '../media-client/index.ts';
import { isToTalk } from './shortcuts.ts';

/** Who is muted speaks while they hold Space. Letting go, or leaving the window, mutes again. */
export function usePushToTalk(local: LocalMedia): void {
  const held = useRef(false);
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      if (!isToTalk(event, event.target instanceof Element ? event.target : null)) return;
      // The page must not scroll under whoever speaks.
      event.preventDefault();
      if (event.repeat || held.current || !local.state.getState().muted) return;
      held.current = true;
      local.setMuted(false);
    };
    const letGo = () => {
      if (!held.current) return;
      held.current = false;
      local.setMuted(true);
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.key === ' ') letGo();
    };
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', letGo);
    return () => {
      letGo();
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', letGo);
    };
  }, [local]);
}
