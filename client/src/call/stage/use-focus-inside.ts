import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus in the call when what has it goes, such as a press that was answered: it moves to the nearest part
 * around it that is still there, from where Tab goes on. Never to another press, which a second Enter would press.
 */
export function useFocusInside(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const call = area.current;
    if (!call) return;
    /** What has the focus, and the parts around it from the inside. */
    let held: HTMLElement[] = [];
    const onFocusIn = ({ target }: FocusEvent) => {
      held = target instanceof HTMLElement ? [target, ...around(target, call)] : [];
    };
    const onFocusOut = () => {
      // An element that goes loses the focus too: by then it is no longer there.
      queueMicrotask(() => {
        if (held[0]?.isConnected && !call.contains(document.activeElement)) held = [];
      });
    };
    const changes = new MutationObserver(() => {
      if (!held[0] || held[0].isConnected) return;
      const left = held.find((part) => part.isConnected) ?? call;
      held = [];
      if (document.activeElement && document.activeElement !== document.body) return;
      if (!left.hasAttribute('tabindex')) left.tabIndex = -1;
      left.focus({ preventScroll: true });
    });
    changes.observe(call, { childList: true, subtree: true });
    call.addEventListener('focusin', onFocusIn);
    call.addEventListener('focusout', onFocusOut);
    return () => {
      changes.disconnect();
      call.removeEventListener('focusin', onFocusIn);
      call.removeEventListener('focusout', onFocusOut);
    };
  }, [area]);
}

function around(element: HTMLElement, outermost: HTMLElement): HTMLElement[] {
  const parent = element.parentElement;
  return element === outermost || !parent ? [] : [parent, ...around(parent, outermost)];
}
