import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { NODE_FLAGS } from '../../setup/node-flags.mjs';
import config from '../playwright.config.ts';
import { Ajar } from '../src/ajar.ts';
import { coffee, doorOf, press } from '../src/call.ts';
import { newFolder, removeFolder, root } from '../src/folder.ts';

/** What `npm start` adds to the environment or the command line of the server. */
export const asStarted = {
  NODE_OPTIONS: NODE_FLAGS.join(' '),
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'ajar', 'compiled'),
};

export interface HouseOptions {
  /** Pictures a second that each fake camera makes. */
  fps: number;
  /** Size of each window, in pixels. */
  viewport: { width: number; height: number };
  /** Further settings of the server. */
  env?: Readonly<Record<string, string>>;
  /** Further flags of the browser. */
  flags?: readonly string[];
}

/** Runs in every page of a window before anything else. */
export type Prepare = (() => void) | undefined;

/** A server as `npm start` runs it, and one browser. */
export interface House {
  ajar: Ajar;
  browser: Browser;
  /** An own window, nobody signed in. */
  open(prepare?: Prepare, more?: BrowserContextOptions): Promise<Page>;
  /** An own window in the corridor, signed in as somebody of the demo. */
  as(name: string, prepare?: Prepare): Promise<Page>;
}

/** Runs `work` in a house that is gone afterwards. */
export async function inHouse<T>(options: HouseOptions, work: (house: House) => Promise<T>): Promise<T> {
  const { fps, viewport, flags = [] } = options;
  const folder = newFolder();
  const env = {
    ...asStarted,
    AJAR_LOG_LEVEL: 'warn',
    AJAR_MEDIA_WORKERS: String(availableParallelism()),
    ...options.env,
  };
  const ajar = await Ajar.start({ dataDir: path.join(folder, 'data'), env });
  const browser = await launch(fps, flags);
  try {
    const open: House['open'] = async (prepare, more) => {
      const permissions = ['microphone', 'camera'];
      const context = await browser.newContext({ locale: 'en-GB', permissions, viewport, ...more });
      if (prepare) await context.addInitScript(prepare);
      return context.newPage();
    };
    const as: House['as'] = async (name, prepare) => {
      const page = await open(prepare);
      await page.goto(`${ajar.url}/sign-in`);
      await press(page, `Continue as ${name}`).click();
      await inCorridor(page);
      return page;
    };
    return await work({ ajar, browser, open, as });
  } finally {
    await browser.close();
    await ajar.close();
    await removeFolder(folder);
  }
}

/** A browser alone, with no house around it. */
export async function inBrowser<T>(
  { fps, flags }: Pick<HouseOptions, 'fps' | 'flags'>,
  work: (browser: Browser) => Promise<T>,
): Promise<T> {
  const browser = await launch(fps, flags ?? []);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

function launch(fps: number, flags: readonly string[]): Promise<Browser> {
  const { args = [], ...options } = config.use?.launchOptions ?? {};
  // A person's browser draws with what the machine has for it; the stories are told without, to spare the machine.
  const others = args.filter(
    (flag) => flag !== '--disable-gpu' && !flag.startsWith('--use-fake-device-for-media-stream'),
  );
  return chromium.launch({ ...options, args: [...others, ...flags, `--use-fake-device-for-media-stream=fps=${fps}`] });
}

export const inCorridor = (page: Page) => coffee(page).waitFor();

export const walkIn = (page: Page, mentor: string) =>
  doorOf(page, mentor).getByRole('button', { name: 'Walk in', exact: true });

/** Waits until this page is in a call, pressing `Join` if it shows the preview first. */
export async function inCall(page: Page): Promise<void> {
  const join = press(page, 'Join');
  const leave = press(page, 'Leave');
  await join.or(leave).waitFor();
  if (await join.isVisible()) await join.click();
  await leave.waitFor();
}

/** The mentor opens their door and the mentee walks in; both are in the call, the preview of a first visit behind them. */
export async function meet(mentor: Page, mentee: Page, name: string): Promise<void> {
  await press(mentor, 'Open my door').click();
  await walkIn(mentee, name).click();
  await inCall(mentor);
  await inCall(mentee);
}
