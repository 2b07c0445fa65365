import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import type { Page as ChromiumPage } from '@playwright/test';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { inCall, press, tileOf } from './call.ts';
import { type Desk, setDesk } from './desk.ts';
import { rememberConnections, whatArrived } from './probe.ts';
import { test as base, expect } from './test.ts';

/** Debian's Firefox; `undefined` where it is not installed. */
const program = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'firefox-esr'))
  .find((file) => existsSync(file));

/** Why nothing can be tested in Firefox here; `undefined`: it can. */
export function withoutFirefox(): string | undefined {
  if (!program) return 'there is no firefox-esr on PATH';
  // Firefox connects to no loopback address, whatever `media.peerconnection.ice.loopback` says: it gathers no candidate there.
  const own = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  return own ? undefined : 'this machine has no address but loopback, and Firefox makes no calls to that';
}

type FirefoxParts = {
  /** Whether Firefox has a screen and a sound card, which take a desk. Default: neither. */
  atDesk: boolean;
  firefox: Browser;
  /** A window of Firefox in the corridor of a server, signed in as somebody of the demo. `prepare`: before its first page. */
  inFirefox: (url: string, name: string, prepare?: (page: Page) => Promise<unknown>) => Promise<Page>;
};

export const test = base.extend<FirefoxParts>({
  atDesk: [false, { option: true }],

  firefox: async ({ folder, run, atDesk }, use) => {
    const browser = await launchFirefox(folder, atDesk ? await setDesk(folder, run) : null);
    await use(browser);
    await browser.close();
  },

  inFirefox: async ({ firefox }, use) => {
    const broken: string[] = [];
    await use(async (url, name, prepare) => {
      const page = await firefox.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      page.on('pageerror', (error) => broken.push(String(error)));
      await page.evaluateOnNewDocument(rememberConnections);
      await prepare?.(page);
      await page.goto(`${url}/sign-in`);
      await pressIn(page, `Continue as ${name}`);
      return page;
    });
    expect.soft(broken, 'a page broke').toEqual([]);
  },
});

/** By WebDriver BiDi: Playwright drives a Firefox of its own alone. It leaves nothing behind outside of the folder. */
function launchFirefox(folder: string, desk: Desk | null): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: program ?? '',
    headless: desk === null,
    userDataDir: path.join(folder, 'firefox'),
    env: { ...process.env, HOME: folder, ...desk },
    extraPrefsFirefox: {
      // A camera and a microphone of its own making, which every page may use.
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'intl.accept_languages': 'en-GB',
      // What is saved goes here, without a question.
      'browser.download.folderList': 2,
      'browser.download.dir': savedIn(folder),
    },
  });
}

/** Where a Firefox of this folder saves files. */
export function savedIn(folder: string): string {
  return path.join(folder, 'saved-in-firefox');
}

/** Chidi, in Firefox, walks in at Amara's door, and she sees him. */
export async function walkIn(chidi: Page, amara: ChromiumPage): Promise<void> {
  await press(amara, 'Open my door').click();
  await pressIn(chidi, 'Walk in');
  await pressIn(chidi, 'Join');
  await inCall(amara);
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible();
}

/** Presses the button of this name in Firefox, once it is there. */
export async function pressIn(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(40_000).click();
}

/** Waits until the first element of this page of Firefox that the selector names has this text in it. */
export async function expectIn(page: Page, selector: string, text: string): Promise<void> {
  const read = () => page.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', selector);
  await expect.poll(read, { timeout: 40_000 }).toContain(text);
}

/**
 * Waits until this page of Firefox sees moving pictures and hears something. From now on, not since the beginning.
 * `from`: over its connections but the first so many, those of before.
 */
export async function expectMeetingIn(page: Page, from = 0): Promise<void> {
  const before = await page.evaluate(whatArrived, from);
  const more = async () => {
    const now = await page.evaluate(whatArrived, from);
    return { pictures: now.frames > before.frames + 5, sound: now.energy > before.energy };
  };
  await expect.poll(more, { timeout: 60_000 }).toEqual({ pictures: true, sound: true });
}
