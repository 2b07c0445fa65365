import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { expectBackMuted, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { rememberConnections } from '../src/probe.ts';
import { childrenOf } from '../src/processes.ts';
import { test as base, expect } from '../src/test.ts';

/** How long the machine sleeps, in ms: longer than a socket lives in silence, less than a place in a call is kept. */
const sleeps = 20_000;

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

test('a call comes back by itself when the machine wakes, still muted', async ({ ajar, as, machine }) => {
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
  await Promise.all([pause(sleeps), expect(tileOf(amara, 'Chidi Mensah')).toContainText('reconnecting')]);
  machine.wake();

  await expect(tileOf(amara, 'Chidi Mensah')).not.toContainText('reconnecting');
  await expectBackMuted(chidi, 'Chidi Mensah', amara);
});
