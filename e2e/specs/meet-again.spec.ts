import type { Page } from '@playwright/test';
import type { Ajar } from '../src/ajar.ts';
import { doorOf, expectCorridor, meet, press } from '../src/call.ts';
import { Frames } from '../src/frames.ts';
import { expect, test } from '../src/test.ts';

test('two yeses are a spark: both are told, write to each other, and one asks the other to be their mentor', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await press(chidi, 'Chidi Mensah').click();
  await press(chidi, 'My name plate').click();
  await chidi.getByLabel('How to reach you').fill('chidi@example.org');
  await press(chidi, 'Save').click();
  await expect(chidi.getByRole('dialog')).toBeHidden();
  await metAndLeft(amara, chidi);

  await press(amara, 'Yes, meet again').click();
  await expect(amara.getByRole('heading', { name: 'Was it worth the time?' })).toBeVisible();
  await press(amara, 'Somewhat').click();
  await expect(amara.getByRole('heading', { name: 'Was it worth the time?' })).toBeHidden();
  await press(chidi, 'Yes, meet again').click();
  await expect(amara.getByText('You and Chidi Mensah both want to meet again.')).toBeVisible();
  await expect(chidi.getByText('You and Amara Osei both want to meet again.')).toBeVisible();

  await amara.getByRole('link', { name: 'Write to Chidi' }).click();
  await expect(amara.getByText('To reach them: chidi@example.org')).toBeVisible();
  await amara.getByLabel('Write to Chidi').fill('Thursday at four?');
  await press(amara, 'Send').click();
  await chidi.getByRole('link', { name: 'Write to Amara' }).click();
  await expect(chidi.getByText('Thursday at four?')).toBeVisible();
  await chidi.getByLabel('Write to Amara').fill('Gladly. Same door?');
  await press(chidi, 'Send').click();
  await expect(amara.getByText('Gladly. Same door?')).toBeVisible();
  await press(amara, 'Delete “Thursday at four?”').click();
  await expect(chidi.getByText('Thursday at four?')).toBeHidden();

  await press(chidi, 'Ask to be my mentor').click();
  await expect(chidi.getByText('You have asked Amara to be your mentor.')).toBeVisible();
  await press(amara, 'Accept').click();
  await expect(chidi.getByText('Amara is your mentor.')).toBeVisible();

  await press(chidi, 'Report or block Amara Osei').click();
  await press(chidi, 'Block Amara').click();
  for (const page of [amara, chidi]) await expect(page.getByText('There is no such thread of yours.')).toBeVisible();
});

test('one yes stays secret: whichever was said, the server sends both people the same', async ({ start, open }) => {
  const said = [];
  for (const answer of ['Yes, meet again', 'No thanks']) said.push(await sentAfter(answer, await start(), open));
  const [yes, no] = said;
  expect(yes?.toOther.length).toBeGreaterThan(3);
  expect(yes?.toOther).toEqual(no?.toOther);
  expect(yes?.toAnswerer.join('\n')).toMatch(/200 \S+meet-again \{\}/);
  expect(yes?.toAnswerer).toEqual(no?.toAnswerer);
});

type Sent = { toOther: string[]; toAnswerer: string[] };

/** All that both are sent from the answer on, the other looking at every screen there is about it. */
async function sentAfter(answer: string, ajar: Ajar, open: (url: string) => Promise<Page>): Promise<Sent> {
  const come = async (name: string) => {
    const page = await open(`${ajar.url}/sign-in`);
    const frames = new Frames(page);
    await press(page, `Continue as ${name}`).click();
    await expectCorridor(page);
    return { page, frames };
  };
  const [amara, chidi, bea] = [await come('Amara Osei'), await come('Chidi Mensah'), await come('Bea Lindqvist')];
  await metAndLeft(amara.page, chidi.page);
  const both = [amara.page, chidi.page];
  await settled(both, bea.page, 'Open my door', 'Open, come in');
  await Promise.all([amara.frames.taken(), chidi.frames.taken()]);

  await press(amara.page, answer).click();
  await expect(press(amara.page, answer)).toBeHidden();
  await settled(both, bea.page, 'Close my door', 'Closed');
  const toAnswerer = alike(await amara.frames.taken());
  await chidi.page.goto(ajar.url);
  await expect(press(chidi.page, 'Yes, meet again')).toBeVisible();
  await settled([chidi.page], bea.page, 'Leave it ajar', 'Ajar, knock first');
  return { toOther: alike(await chidi.frames.taken()), toAnswerer };
}

/** Something else happens in the corridor, and these pages see it: whatever was sent to them before has come. */
async function settled(pages: readonly Page[], mentor: Page, pressed: string, seen: string): Promise<void> {
  await press(mentor, pressed).click();
  for (const page of pages) await expect(doorOf(page, 'Bea Lindqvist')).toContainText(seen);
}

/**
 * Without what differs between any two runs: ids made there, times, places in the stream, the order in which sockets and
 * HTTP take turns, and how often the page itself asked the same.
 */
function alike(heard: readonly string[]): string[] {
  // An answer without a body is one that the page left before it was read.
  const unread = /^\d{3} \S+ $/;
  // What is made ready for a call that may come is a matter of time.
  const ready = /^\d+\/standby,|^\d{3} \S*\/api\/standby /;
  const about = heard.filter(
    (text) => !/^\d?$/.test(text) && !/^0\{|^40\{/.test(text) && !unread.test(text) && !ready.test(text),
  );
  const plain = about.map((text) =>
    text
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/"[\w-]+"\]$/, '"OFFSET"]'),
  );
  return plain.filter((text, at) => text.startsWith('42') || plain.indexOf(text) === at).sort();
}

/** Both see and leave each other, and are asked. */
async function metAndLeft(amara: Page, chidi: Page): Promise<void> {
  await meet(amara, chidi, 'Amara Osei');
  await expect(press(amara, 'Leave')).toBeVisible();
  await expect(chidi.getByRole('group', { name: 'Amara Osei' })).toBeVisible();
  await press(chidi, 'Leave').click();
  await press(amara, 'Leave').click();
  await press(amara, 'Close my door').click();
  await expect(amara.getByRole('heading', { name: 'Meet Chidi Mensah again?' })).toBeVisible();
  await expect(chidi.getByRole('heading', { name: 'Meet Amara Osei again?' })).toBeVisible();
}
