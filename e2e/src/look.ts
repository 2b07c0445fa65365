import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Size {
  width: number;
  height: number;
}

const phone = { width: 390, height: 844 };
const tablet = { width: 834, height: 1112 };
const wide = { width: 1440, height: 900 };
/** A phone that lies on its side. */
export const lying = { width: 844, height: 390 };

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** What depends on colours alone; everything else is the same in both themes, which have one DOM. */
const aboutColours = ['color-contrast', 'link-in-text-block'];

const shots = path.join(import.meta.dirname, '..', 'shots');

/**
 * Looks at a screen in both themes and three sizes, without loading it again: keeps a picture of each, finds what sticks out
 * sideways, and asks axe about the phone's arrangement, the wide one, and the colours of both themes in it.
 */
export async function look(page: Page, name: string, ...more: Size[]): Promise<void> {
  const before = page.viewportSize();
  for (const size of [phone, tablet, ...more, wide]) {
    await page.setViewportSize(size);
    const sideways = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(sideways, `${name} ${size.width} scrolls sideways`).toBe(0);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.screenshot({ path: path.join(shots, `${name}-${theme}-${size.width}.png`), fullPage: true });
      await ask(page, `${name} ${theme} ${size.width}`, size, theme);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
}

async function ask(page: Page, where: string, size: Size, theme: Theme): Promise<void> {
  if (size !== wide && !(size === phone && theme === 'dark')) return;
  // Ajar has no frames, so axe need not open a page of its own to gather what it found in each.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (size === wide && theme === 'dark' ? axe.withRules(aboutColours) : axe).analyze();
  expect.soft(violations.map(inWords), where).toEqual([]);
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const inWords = ({ id, nodes }: Violation) =>
  `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`;
