import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Ajar } from '../src/ajar.ts';
import { coffee, doorOf, expectPictures, inCall, meet, press, tileOf } from '../src/call.ts';
import { hangDoors } from '../src/crowd.ts';
import { madeRound, roundSoon } from '../src/rounds.ts';
import { expect, test } from '../src/test.ts';

/** Every screen in each of its states: looked at in both themes and three widths, with axe, and kept as a picture. */

const widths = { 390: 844, 834: 1112, 1440: 900 };
/** The two widths axe looks at: a phone's list and a wide corridor. Between them only measures change. */
const arrangements = new Set(['390', '1440']);
const themes = ['light', 'dark'] as const;
const shots = path.join(import.meta.dirname, '..', 'shots');

type Person = (name: string) => Promise<Page>;
type Scene = (parts: { as: Person; open: (url: string) => Promise<Page>; ajar: Ajar }) => Promise<Page>;

const scenes: Record<string, Scene> = {
  'sign-in': async ({ open, ajar }) => {
    const page = await open(`${ajar.url}/sign-in`);
    await expect(press(page, 'Continue as Amara Osei')).toBeVisible();
    return page;
  },
  'sign-in-sent': async ({ open, ajar }) => {
    const page = await open(`${ajar.url}/sign-in`);
    await page.getByLabel('Your email address').fill('chidi.mensah@demo.ajar.invalid');
    await press(page, 'Send me a link').click();
    await expect(page.getByRole('link', { name: 'read it in the local outbox' })).toBeVisible();
    return page;
  },
  corridor: async ({ as }) => {
    await openedBy(await as('Amara Osei'));
    await press(await as('Bea Lindqvist'), 'Leave it ajar').click();
    const chidi = await as('Chidi Mensah');
    await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');
    await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Ajar, knock first');
    return chidi;
  },
  'corridor-many': async ({ as, ajar }) => {
    await hangDoors(ajar.dataDir, { doors: 400 });
    await openedBy(await as('Amara Osei'));
    await press(await as('Bea Lindqvist'), 'Leave it ajar').click();
    const chidi = await as('Chidi Mensah');
    await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Ajar, knock first');
    await press(chidi, 'saying no').click();
    await chidi.getByRole('searchbox', { name: 'Find a door' }).fill('lima');
    await expect(chidi.getByText(/^\d+ doors match$/)).toBeVisible();
    return chidi;
  },
  'corridor-inside': async ({ as }) => {
    const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
    await meet(amara, eli, 'Amara Osei');
    const chidi = await as('Chidi Mensah');
    await expect(doorOf(chidi, 'Amara Osei')).toContainText(/Inside: .*Eli Nakamura/);
    await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Wait in line' }).click();
    await expect(doorOf(chidi, 'Amara Osei')).toContainText('You are next.');
    return chidi;
  },
  'waiting-together': async ({ as }) => {
    const { chidi } = await waitedTogether(as);
    return chidi;
  },
  waiting: async ({ as }) => {
    const { chidi } = await knocked(as);
    return chidi;
  },
  'door-knocked-at': async ({ as }) => {
    const { bea } = await knocked(as);
    return bea;
  },
  'not-now': async ({ as }) => {
    const { bea, chidi } = await knocked(as);
    await press(bea, 'Not now').click();
    await expect(chidi.getByText('Bea cannot talk just now.')).toBeVisible();
    return chidi;
  },
  table: async ({ as }) => {
    const chidi = await as('Chidi Mensah');
    await press(chidi, 'Sit down for coffee').click();
    await expect(coffee(chidi)).toContainText('You are the first here.');
    return chidi;
  },
  'passing-by': async ({ as }) => {
    const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
    for (const page of [amara, chidi]) await page.getByText('Up for a chat', { exact: true }).click();
    await expect(chidi.getByText('Amara Osei is passing by. Five minutes?')).toBeVisible();
    return chidi;
  },
  preview: async ({ as }) => {
    const amara = await openedBy(await as('Amara Osei'));
    const chidi = await as('Chidi Mensah');
    await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in' }).click();
    await press(amara, 'Join').click();
    await expect(chidi.locator('video')).toBeVisible();
    return chidi;
  },
  call: async ({ as }) => {
    const { chidi } = await inConversation(as);
    return chidi;
  },
  'call-at-own-door': async ({ as }) => {
    const { amara } = await inConversation(as);
    const eli = await as('Eli Nakamura');
    await doorOf(eli, 'Amara Osei').getByRole('button', { name: 'Wait in line' }).click();
    await expect(amara.getByRole('region', { name: 'Your line' })).toContainText('Eli Nakamura');
    return amara;
  },
  'call-floor': async ({ as }) => {
    const { amara, chidi } = await inConversation(as);
    await press(chidi, 'Raise hand').click();
    await expect(amara.getByRole('region', { name: 'Hands up' })).toBeVisible();
    await press(amara, 'Chat').click();
    await amara.getByRole('textbox', { name: 'Write to everybody here' }).fill('The paper: https://example.org/a');
    await press(amara, 'Send').click();
    await expect(amara.getByRole('log').getByRole('link')).toBeVisible();
    await press(amara, 'React').click();
    return amara;
  },
  'shown-out': async ({ as }) => {
    const { amara, chidi } = await inConversation(as);
    await press(amara, 'What you can do: Chidi Mensah').click();
    await amara.getByRole('menuitem', { name: 'Ask to step out' }).click();
    await expect(chidi.getByRole('heading', { name: 'Amara asks you to step out for now' })).toBeVisible();
    return chidi;
  },
  'empty-room': async ({ as, ajar }) => {
    const chidi = await as('Chidi Mensah');
    await chidi.goto(`${ajar.url}/room`);
    await expect(press(chidi, 'Keep these and go back')).toBeVisible();
    await expect(chidi.locator('video')).toBeVisible();
    return chidi;
  },
  'five-minutes': async ({ as }) => {
    const amara = await openedBy(await as('Amara Osei'));
    await press(amara, 'Give me five minutes').click();
    await expect(press(amara, 'I am back')).toBeVisible();
    return amara;
  },
  'door-figures': async ({ as, ajar }) => {
    const farah = await as('Farah Haddad');
    await farah.goto(`${ajar.url}/figures`);
    await expect(farah.getByText('Figures come when the first month is over.')).toBeVisible();
    return farah;
  },
  'call-left-alone': async ({ as }) => {
    const { amara, chidi } = await inConversation(as);
    await press(amara, 'Leave').click();
    await expect(chidi.getByText('Amara has left.')).toBeVisible();
    return chidi;
  },
  'call-error': async ({ as, ajar }) => {
    const chidi = await as('Chidi Mensah');
    await chidi.goto(`${ajar.url}/call/01890000-0000-7000-8000-000000000000`);
    await expect(chidi.getByRole('heading', { name: 'The call did not come about' })).toBeVisible();
    return chidi;
  },
  'not-found': async ({ as, ajar }) => {
    const chidi = await as('Chidi Mensah');
    await chidi.goto(`${ajar.url}/nowhere`);
    await expect(chidi.getByRole('heading', { name: 'There is no door here' })).toBeVisible();
    return chidi;
  },
  people: async ({ as }) => {
    const farah = await as('Farah Haddad');
    await press(farah, 'Farah Haddad').click();
    await farah.getByRole('link', { name: 'People' }).click();
    await expect(farah.getByRole('heading', { name: 'Amara Osei' })).toBeVisible();
    return farah;
  },
  rounds: async ({ as, ajar }) => {
    const farah = await as('Farah Haddad');
    await madeRound(farah, 'Lunch round');
    await farah.goto(`${ajar.url}/rounds`);
    await farah.getByLabel('How often Lunch round suits you').selectOption('At most every two weeks');
    await expect(farah.getByText('You come').first()).toBeVisible();
    await press(farah, 'Make an address').click();
    await press(farah, 'New round').click();
    await expect(farah.getByText('The next times would be')).toBeVisible();
    return farah;
  },
  coffee: async ({ as, ajar }) => {
    const farah = await as('Farah Haddad');
    await farah.goto(`${ajar.url}/coffee`);
    await farah.getByText('What is weighed').click();
    await farah.getByRole('spinbutton', { name: 'Shared interests' }).fill('20');
    await press(farah, 'Remove: Where do you go to think?').click();
    await expect(farah.getByText('Removed: Where do you go to think?')).toBeVisible();
    return farah;
  },
  'corridor-round': async ({ as }) => {
    await madeRound(await as('Farah Haddad'), 'Lunch round');
    const chidi = await as('Chidi Mensah');
    await expect(press(chidi, 'Join once')).toBeVisible();
    return chidi;
  },
  hours: async ({ as, ajar }) => {
    const farah = await as('Farah Haddad');
    await farah.goto(`${ajar.url}/hours`);
    await press(farah, 'Add hours').click();
    await farah.getByLabel('Day', { exact: true }).selectOption('Thursday');
    await press(farah, 'Save these hours').click();
    await farah
      .getByRole('button', { name: /^Skip / })
      .first()
      .click();
    await expect(farah.getByText('Skipped')).toBeVisible();
    await press(farah, 'Add hours').click();
    await expect(press(farah, 'Save these hours')).toBeVisible();
    return farah;
  },
  'round-gathers': async ({ as }) => {
    const soon = roundSoon({ inSeconds: 500, gathering: 495, sitting: 600, between: 5 });
    await madeRound(await as('Farah Haddad'), 'Lunch round', soon);
    const chidi = await as('Chidi Mensah');
    await expect(press(chidi, 'I’m here')).toBeVisible({ timeout: 30_000 });
    return chidi;
  },
  'round-sitting': async ({ as }) => {
    const farah = await as('Farah Haddad');
    const [bea, chidi] = [await as('Bea Lindqvist'), await as('Chidi Mensah')];
    await madeRound(farah, 'Lunch round', roundSoon({ inSeconds: 15, gathering: 12, sitting: 600, between: 5 }));
    for (const page of [bea, chidi]) await press(page, 'I’m here').click();
    await Promise.all([inCall(bea), inCall(chidi)]);
    await expect(chidi.getByText('Sitting 1 of 2')).toBeVisible();
    await expectPictures(chidi);
    return chidi;
  },
  menu: async ({ as }) => {
    const farah = await as('Farah Haddad');
    await press(farah, 'Farah Haddad').click();
    await expect(press(farah, 'Sign out')).toBeVisible();
    return farah;
  },
  'report-or-block': async ({ as }) => {
    await openedBy(await as('Amara Osei'));
    const chidi = await as('Chidi Mensah');
    await press(chidi, 'Report or block Amara Osei').first().click();
    await expect(press(chidi, 'Send report')).toBeVisible();
    return chidi;
  },
  blocks: async ({ as }) => {
    const chidi = await as('Chidi Mensah');
    await press(chidi, 'Report or block Amara Osei').first().click();
    await press(chidi, 'Block Amara').click();
    await expect(doorOf(chidi, 'Amara Osei')).toBeHidden();
    await press(chidi, 'Chidi Mensah').click();
    await press(chidi, 'My name plate').click();
    await expect(press(chidi, 'Unblock Amara Osei')).toBeVisible();
    return chidi;
  },
  'meet-again': async ({ as }) => {
    const { chidi } = await parted(as);
    return chidi;
  },
  'worth-the-time': async ({ as }) => {
    const { chidi } = await parted(as);
    await press(chidi, 'No thanks').click();
    await expect(press(chidi, 'Somewhat')).toBeVisible();
    return chidi;
  },
  'spark-told': async ({ as }) => {
    const { chidi } = await sparked(as);
    return chidi;
  },
  'spark-thread': async ({ as }) => {
    const { amara, chidi } = await sparked(as);
    await chidi.getByRole('link', { name: 'Write to Amara' }).click();
    await chidi.getByLabel('Write to Amara').fill('Thursday at four, at your door?');
    await press(chidi, 'Send').click();
    await amara.getByRole('link', { name: 'Write to Chidi' }).click();
    await amara.getByLabel('Write to Chidi').fill('Gladly. I leave it open.');
    await press(amara, 'Send').click();
    await expect(chidi.getByText('Gladly. I leave it open.')).toBeVisible();
    return chidi;
  },
  sparks: async ({ as, ajar }) => {
    const { chidi } = await sparked(as);
    await chidi.goto(`${ajar.url}/sparks`);
    await expect(chidi.getByRole('link', { name: 'Amara Osei' })).toBeVisible();
    return chidi;
  },
  reports: async ({ as }) => {
    const chidi = await as('Chidi Mensah');
    await press(chidi, 'Report or block Bea Lindqvist').click();
    await chidi.getByLabel('What is it about?').selectOption({ label: 'They made me uncomfortable' });
    await chidi.getByLabel('In your own words, if you like').fill('They would not let the subject rest.');
    await press(chidi, 'Send report').click();
    await expect(chidi.getByText('Your report is with the staff of your programme.')).toBeVisible();
    const farah = await as('Farah Haddad');
    await press(farah, 'Farah Haddad').click();
    await farah.getByRole('link', { name: 'Reports' }).click();
    await expect(farah.getByRole('heading', { name: 'Chidi Mensah about Bea Lindqvist' })).toBeVisible();
    return farah;
  },
  'help-desks': async ({ as, ajar }) => {
    const farah = await as('Farah Haddad');
    await farah.goto(`${ajar.url}/help-desks`);
    await press(farah, 'Make a help desk').click();
    await farah.getByLabel('Name', { exact: true }).fill('Research careers');
    await farah.getByLabel('What it is for').fill('A first grant, a lab of one’s own, or neither');
    for (const host of ['Amara Osei', 'Eli Nakamura']) await farah.getByLabel(host).check();
    await press(farah, 'Save').click();
    await expect(farah.getByText('Held by Amara Osei and Eli Nakamura')).toBeVisible();
    await press(farah, 'Make a help desk').click();
    await expect(farah.getByRole('checkbox', { name: 'Bea Lindqvist' })).toBeVisible();
    return farah;
  },
  'bring-someone': async ({ as }) => {
    const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
    await meet(amara, eli, 'Amara Osei');
    const chidi = await as('Chidi Mensah');
    await as('Bea Lindqvist');
    await press(doorOf(chidi, 'Amara Osei'), 'Wait in line').click();
    await press(chidi, 'Bring someone').click();
    await chidi.getByLabel('Whom would you like to bring to Amara?').selectOption('Bea Lindqvist');
    return chidi;
  },
  'name-plate': async ({ as }) => {
    const amara = await as('Amara Osei');
    await press(amara, 'Amara Osei').click();
    await press(amara, 'My name plate').click();
    await expect(amara.getByRole('heading', { name: 'My name plate' })).toBeVisible();
    return amara;
  },
};

for (const [name, scene] of Object.entries(scenes)) {
  test(`${name}: no axe violation, nothing out of sight sideways, in both themes and three widths`, async ({
    as,
    open,
    ajar,
  }) => {
    test.slow();
    const page = await scene({ as, open, ajar });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        const where = `${name} ${colorScheme} ${width}`;
        await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
        if (arrangements.has(width)) {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect.soft(violations.map(inWords), where).toEqual([]);
        }
        const sideways = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect.soft(sideways, `${where} scrolls sideways`).toBe(0);
      }
    }
  });
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const inWords = ({ id, nodes }: Violation) =>
  `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`;

async function openedBy(page: Page): Promise<Page> {
  await press(page, 'Open my door').click();
  return page;
}

/** Chidi and Bea wait at Amara's busy door, in its lounge. */
async function waitedTogether(as: Person): Promise<{ bea: Page; chidi: Page }> {
  const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
  await meet(amara, eli, 'Amara Osei');
  const [chidi, bea] = [await as('Chidi Mensah'), await as('Bea Lindqvist')];
  for (const page of [chidi, bea]) {
    await press(doorOf(page, 'Amara Osei'), 'Wait in line').click();
    await expect(press(page, 'Leave the line')).toBeVisible();
  }
  for (const page of [chidi, bea]) {
    await press(page, 'Wait together').click();
    await inCall(page);
  }
  await expect(tileOf(chidi, 'Bea Lindqvist').locator('video')).toBeVisible();
  await expectPictures(chidi);
  return { bea, chidi };
}

async function knocked(as: Person): Promise<{ bea: Page; chidi: Page }> {
  const bea = await as('Bea Lindqvist');
  await press(bea, 'Leave it ajar').click();
  const chidi = await as('Chidi Mensah');
  await doorOf(chidi, 'Bea Lindqvist').getByRole('button', { name: 'Knock' }).click();
  await expect(press(bea, 'Let Chidi Mensah in')).toBeVisible();
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('You knocked.');
  return { bea, chidi };
}

async function parted(as: Person): Promise<{ amara: Page; chidi: Page }> {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();
  await press(amara, 'Leave').click();
  await press(chidi, 'Leave').click();
  for (const page of [amara, chidi]) await expect(press(page, 'Yes, meet again')).toBeVisible();
  return { amara, chidi };
}

async function sparked(as: Person): Promise<{ amara: Page; chidi: Page }> {
  const { amara, chidi } = await parted(as);
  for (const page of [amara, chidi]) await press(page, 'Yes, meet again').click();
  await expect(chidi.getByText('You and Amara Osei both want to meet again.')).toBeVisible();
  return { amara, chidi };
}

async function inConversation(as: Person): Promise<{ amara: Page; chidi: Page }> {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeVisible();
  await expectPictures(chidi);
  return { amara, chidi };
}
