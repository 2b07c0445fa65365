import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import type { Ajar } from '../src/ajar.ts';
import { expectBackMuted, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { rememberConnections } from '../src/probe.ts';
import { childrenOf } from '../src/processes.ts';
import { test as base, expect } from '../src/test.ts';

type Machine = {
  browser: Browser;
  /** Nothing of it runs any more, as in a machine whose lid was closed. */
  sleep: () => void;
  wake: () => void;
};

const test = base.extend<{ machine: Machine }>({
  machine: async ({ playwright, launchOptions }, use) => {
    const server = await playwright.chromium.launchServer(launchOptions);
    const browser = await playwright.chromium.connect(server.wsEndpoint());
    const pid = server.process().pid ?? 0;
    const tell = (signal: NodeJS.Signals) => {
      for (const each of [pid, ...childrenOf(pid).map((child) => child.pid)]) process.kill(each, signal);
    };
    await use({ browser, sleep: () => tell('SIGSTOP'), wake: () => tell('SIGCONT') });
    tell('SIGCONT');
    await browser.close();
    await server.close();
  },
});

/** Chidi's machine sleeps for so long in a visit to Amara, and wakes. @param away what Amara sees of it meanwhile. */
async function sleepsThrough(
  { ajar, as, machine }: { ajar: Ajar; as: (name: string) => Promise<Page>; machine: Machine },
  sleeps: number,
  away: (chidi: Locator) => Promise<void>,
): Promise<void> {
  const amara = await as('Amara Osei');
  const context = await machine.browser.newContext({ locale: 'en-GB', permissions: ['microphone', 'camera'] });
  await context.addInitScript(rememberConnections);
  const chidi = await context.newPage();
  await chidi.goto(`${ajar.url}/sign-in`);
  await press(chidi, 'Continue as Chidi Mensah').click();
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');

  machine.sleep();
  await Promise.all([pause(sleeps), away(tileOf(amara, 'Chidi Mensah'))]);
  machine.wake();

  await expect(tileOf(amara, 'Chidi Mensah')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah')).not.toContainText('reconnecting');
  await expectBackMuted(chidi, 'Chidi Mensah', amara);
}

test('a call comes back by itself when the machine wakes, still muted', async ({ ajar, as, machine }) => {
  // Longer than a socket lives in silence, less than a place in a call is kept.
  await sleepsThrough({ ajar, as, machine }, 20_000, (chidi) => expect(chidi).toContainText('reconnecting'));
});

test('so it does after a sleep for which no place was kept', async ({ ajar, as, machine }) => {
  test.slow();
  await sleepsThrough({ ajar, as, machine }, 50_000, (chidi) => expect(chidi).toBeHidden({ timeout: 60_000 }));
});
