import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus on the stage: when the tile it is in goes, it moves to the tile in its place, or to the stage itself.
 * Without it whoever uses a keyboard would stand at the top of the page each time somebody leaves.
 */
export function useFocusKept(area: RefObject<HTMLElement | null>): void {
  const held = useRef<{ tile: Element; at: number } | null>(null);
  useEffect(() => {
    const stage = area.current;
    if (!stage) return;
    const onFocusIn = ({ target }: FocusEvent) => {
      const tile = target instanceof Element ? target.closest('.call-tile') : null;
      held.current = tile && { tile, at: tilesOf(stage).indexOf(tile) };
    };
    const onFocusOut = ({ relatedTarget: next }: FocusEvent) => {
      // A menu of the tile stands elsewhere in the page.
      if (next instanceof Element && next.closest('[role="menu"]')) return;
      // An element that goes with its tile loses the focus too: by then it is no longer there.
      queueMicrotask(() => {
        if (held.current?.tile.isConnected && !held.current.tile.contains(document.activeElement)) held.current = null;
      });
    };
    stage.addEventListener('focusin', onFocusIn);
    stage.addEventListener('focusout', onFocusOut);
    return () => {
      stage.removeEventListener('focusin', onFocusIn);
      stage.removeEventListener('focusout', onFocusOut);
    };
  }, [area]);
  useLayoutEffect(() => {
    const stage = area.current;
    if (!stage || !held.current || held.current.tile.isConnected) return;
    const { at } = held.current;
    held.current = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const tiles = tilesOf(stage);
    // The one in its place, or the nearest one that has a press at all.
    const nearest = [...tiles.slice(at), ...tiles.slice(0, at).reverse()];
    const press = nearest.map((tile) => tile.querySelector('button')).find((found) => found !== null);
    (press ?? stage).focus();
  });
}

function tilesOf(stage: Element): Element[] {
  return [...stage.querySelectorAll(':scope > .call-tile')];
}
