import type { RouteReply } from '@ajar/shared';
import type { Page } from '@playwright/test';
import { doorOf, expectCorridor, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a mentee walks in through an open door, and the two see and hear each other', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  const bea = await as('Bea Lindqvist');

  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible();
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeVisible();
  await expectMeeting(amara, chidi);
  await expect(doorOf(bea, 'Amara Osei')).toContainText(/Inside: .*Chidi Mensah/);

  await press(chidi, 'Leave').click();
  await expectCorridor(chidi);
  await press(amara, 'Leave').click();
  await expectCorridor(amara);
  await expect(doorOf(bea, 'Amara Osei')).not.toContainText('Chidi');
  await expect.poll(() => encountersOf(chidi)).toEqual([['door', 'Amara Osei', 'Chidi Mensah', 'over']]);
});

async function encountersOf(page: Page): Promise<string[][]> {
  const answer = await page.request.get(new URL('/api/encounters', page.url()).href);
  const { encounters } = (await answer.json()) as RouteReply<'encounters'>;
  return encounters.map(({ kind, people, endedAt }) => [
    kind,
    ...people.map(({ name }) => name).sort(),
    endedAt === null ? 'going on' : 'over',
  ]);
}
