import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What a screen reader would have read aloud by itself. */
    announced: string[];
  }
}

/**
 * Begins to listen to the live regions of a page as a screen reader does (WAI-ARIA 1.2, section 6.6): of an atomic one it reads all when
 * anything in it changes, of another what was added; what goes is not read. @returns what has been read so far.
 */
export async function listenAlong(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    window.announced = [];
    const live = '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]';
    const changed = new Map<Element, Set<string>>();
    const say = () => {
      for (const [region, added] of changed) {
        const atomic = region.getAttribute('aria-atomic') ?? String(region.matches('[role="status"], [role="alert"]'));
        const words = atomic === 'true' ? (region.textContent ?? '') : [...added].join(' ');
        if (words.trim()) window.announced.push(words.replace(/\s+/g, ' ').trim());
      }
      changed.clear();
    };
    new MutationObserver((mutations) => {
      for (const { target, type, addedNodes } of mutations) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
        if (!region) continue;
        const added = changed.get(region) ?? new Set();
        const nodes = type === 'characterData' ? [target] : [...addedNodes];
        for (const { textContent } of nodes) if (textContent?.trim()) added.add(textContent);
        if (changed.size === 0) setTimeout(say, 100);
        changed.set(region, added);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => window.announced);
}
