import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { Ajar, type AjarOptions, makeTemplate, type Template } from './ajar.ts';
import { expectCorridor } from './call.ts';
import { newFolder, removeFolder } from './folder.ts';
import { rememberConnections } from './probe.ts';
import { Program, type ProgramOptions } from './program.ts';

/** Options of a person's window. `prepare` runs in it before the page does. */
export type Window = BrowserContextOptions & { prepare?: () => void };

type TestParts = {
  /** A folder of this test. */
  folder: string;
  /** The Postgres program that comes with Ajar. */
  postgres: string;
  /** Makes a copy of the demo programme's data folder, of this name in the test's folder. */
  copy: (name: string) => string;
  /** Starts a program that ends with the test. */
  run: (options: ProgramOptions) => Program;
  /** Starts a server, by default on a copy of the demo programme; it ends with the test. */
  start: (options?: Partial<AjarOptions>) => Promise<Ajar>;
  /** The server most tests need one of. */
  ajar: Ajar;
  /** An own window on an address, signed in as somebody of the demo, or nobody. */
  openAs: (url: string, name: string | null, window?: Window) => Promise<Page>;
  /** The same, nobody signed in. */
  open: (url: string, window?: Window) => Promise<Page>;
  /** An own window in the corridor of a server, signed in as somebody of the demo. */
  signIn: (url: string, name: string, window?: Window) => Promise<Page>;
  /** The same on the server most tests need one of. */
  as: (name: string, window?: Window) => Promise<Page>;
};

type WorkerParts = { template: Template };

export const test = base.extend<TestParts, WorkerParts>({
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const template = await makeTemplate();
      await use(template);
      await template.remove();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
  folder: async ({}, use) => {
    const folder = newFolder();
    await use(folder);
    await removeFolder(folder);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
  run: async ({}, use) => {
    const programs: Program[] = [];
    await use((options) => {
      const program = new Program(options);
      programs.push(program);
      return program;
    });
    await Promise.all(programs.map((program) => program.end()));
  },

  postgres: ({ template }, use) => use(template.postgres),

  copy: async ({ template, folder }, use) => {
    await use((name) => {
      const to = path.join(folder, name);
      // With its owners: the database belongs to another user than root.
      execFileSync('cp', ['-a', template.dataDir, to]);
      return to;
    });
  },

  start: async ({ copy }, use, info) => {
    const started: Ajar[] = [];
    await use(async (options = {}) => {
      const dataDir = options.dataDir ?? copy(`data-${started.length}`);
      const ajar = await Ajar.start({ ...options, dataDir });
      started.push(ajar);
      return ajar;
    });
    const failed = info.status !== info.expectedStatus;
    await Promise.all(started.map((ajar) => ajar.close()));
    for (const ajar of started) {
      if (failed) await info.attach('server', { body: ajar.log, contentType: 'text/plain' });
      else expect.soft(ajar.complaints, 'the server complained').toEqual([]);
    }
  },

  ajar: async ({ start }, use) => {
    await use(await start());
  },

  openAs: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const broken: string[] = [];
    await use(async (url, name, { prepare, ...options } = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await context.addInitScript(rememberConnections);
      if (prepare) await context.addInitScript(prepare);
      const page = await context.newPage();
      page.on('pageerror', (error) => broken.push(error.stack || error.message));
      if (name) await continueAs(context, url, name);
      await page.goto(url);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect.soft(broken, 'a page broke').toEqual([]);
  },

  open: async ({ openAs }, use) => {
    await use((url, window) => openAs(url, null, window));
  },

  signIn: async ({ openAs }, use) => {
    await use(async (url, name, window) => {
      const page = await openAs(url, name, window);
      await expectCorridor(page);
      return page;
    });
  },

  as: async ({ ajar, signIn }, use) => {
    await use((name, window) => signIn(ajar.url, name, window));
  },
});

/** Signs a window in as somebody of the demo, without the page one presses that on: that one has tests of its own. */
async function continueAs(context: BrowserContext, url: string, name: string): Promise<void> {
  const email = `${name.toLowerCase().replace(' ', '.')}@demo.ajar.invalid`;
  const { origin } = new URL(url);
  const answer = await context.request.post(`${origin}/api/demo/sign-in`, { data: { email }, headers: { origin } });
  expect(answer.status(), `signing in as ${name}`).toBe(200);
}

export { expect };
