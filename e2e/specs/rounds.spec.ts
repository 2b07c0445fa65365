import type { Page } from '@playwright/test';
import { expectCorridor, expectMeeting, inCall, press } from '../src/call.ts';
import { keptRound, roundSoon } from '../src/rounds.ts';
import { expect, test } from '../src/test.ts';

/** Who else is at this page's table. */
const withWhom = async (page: Page) => {
  const tiles = page.locator('[role="group"]:has(video)');
  await expect(tiles).toHaveCount(2);
  const names = await tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-label') ?? ''));
  return names.toSorted().join(' and ');
};

test('staff make a round; four people come, sit in two pairs, then in two other pairs, and are thanked', async ({
  as,
}) => {
  test.slow();
  const farah = await as('Farah Haddad');
  await press(farah, 'Farah Haddad').click();
  await farah.getByRole('link', { name: 'Rounds' }).click();
  await press(farah, 'New round').click();
  await farah.getByLabel('Name').fill('Lunch round');
  await farah.getByLabel('On', { exact: true }).selectOption('Tuesday');
  await expect(farah.getByText('The next times would be')).toBeVisible();
  await expect(farah.getByRole('listitem').filter({ hasText: 'Tue' }).first()).toBeVisible();
  await press(farah, 'Save the round').click();
  await expect(farah.getByRole('heading', { name: 'Lunch round' }).first()).toBeVisible();
  await expect(farah.getByText('Fewer than five take part')).toBeVisible();

  const names = ['Amara Osei', 'Bea Lindqvist', 'Chidi Mensah', 'Eli Nakamura'];
  const pages: Page[] = [];
  for (const name of names) pages.push(await as(name));
  const [amara, , chidi] = pages;
  if (!amara || !chidi) throw new Error('nobody came');
  await press(chidi, 'Join once').click();
  await expect(chidi.getByText('You are expected.')).toBeVisible();
  await press(chidi, 'Sit this one out').click();
  await expect(chidi.getByText('You sit this one out.')).toBeVisible();
  await press(chidi, 'Come after all').click();
  await expect(chidi.getByText('You are expected.')).toBeVisible();

  // The same round, with lengths a test can wait for.
  await keptRound(farah, 'Lunch round', roundSoon({ inSeconds: 30, gathering: 25, sitting: 40, between: 5 }));
  for (const page of pages) await press(page, 'I’m here').click();
  await expect(amara.getByText('You will be called.')).toBeVisible();

  const tables: string[][] = [];
  for (const sitting of [1, 2]) {
    await Promise.all(
      pages.map((page) => expect(page.getByText(`Sitting ${sitting} of 2`)).toBeVisible({ timeout: 60_000 })),
    );
    await Promise.all(pages.map(inCall));
    tables.push(await Promise.all(pages.map(withWhom)));
    if (sitting === 1) await expectMeeting(amara);
  }
  for (const sitting of tables) expect(new Set(sitting).size).toBe(2);
  expect(tables[1]).not.toContain(tables[0]?.[0]);
  for (const page of pages) {
    await expect(page.getByText('That was Lunch round. Thank you for coming.').first()).toBeVisible({
      timeout: 60_000,
    });
    await expectCorridor(page);
  }
});
