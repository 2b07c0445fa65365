import type { Page } from '@playwright/test';
import { doorOf, expectCorridor, expectMeeting, inCall, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** Two minutes of absence are twelve seconds here, ten are a minute: enough to come back in on a busy machine. */
const hurried = { env: { AJAR_DOOR_MINUTE: '6000' } };

async function waits(page: Page, mentorName: string): Promise<void> {
  await doorOf(page, mentorName).getByRole('button', { name: 'Wait in line' }).click();
  await expect(doorOf(page, mentorName)).toContainText('You are next.');
}

test('a mentor’s laptop is shut: the door closes, who waits is kept, and the line stands when they are back', async ({
  start,
  signIn,
}) => {
  const { url } = await start(hurried);
  const amara = await signIn(url, 'Amara Osei');
  const chidi = await signIn(url, 'Chidi Mensah');
  await press(amara, 'Leave it ajar').click();
  await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Knock' }).click();
  await expect(press(amara, 'Let Chidi Mensah in')).toBeVisible();
  const laptop = amara.context();
  await amara.close();

  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Amara is not connected just now. Your place is kept until', {
    timeout: 45_000,
  });
  const again = await laptop.newPage();
  await again.goto(url);
  await expect(again.getByText('Your door closed when your connection went. One person waits')).toBeVisible();
  await press(again, 'Leave it ajar').click();
  await press(again, 'Let Chidi Mensah in').click();
  await Promise.all([inCall(again), inCall(chidi)]);
  await expect(tileOf(again, 'Chidi Mensah')).toBeVisible();
});

test('a mentor sees the line beside the tiles, says that this visit is the last, takes it back, and moves on', async ({
  as,
}) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  const eli = await as('Eli Nakamura');
  await waits(eli, 'Amara Osei');
  const line = amara.getByRole('region', { name: 'Your line' });
  await expect(line).toContainText('One person waits.');
  await expect(line).toContainText('Eli Nakamura');
  await expect(chidi.getByRole('region', { name: 'Your line' })).toHaveCount(0);

  await press(amara, 'Close after this one').click();
  await expect(doorOf(eli, 'Amara Osei')).toContainText('Amara has to close the door after this visit');
  await press(amara, 'Keep it open').click();
  await expect(doorOf(eli, 'Amara Osei')).toContainText('You are next.');

  await press(amara, 'Moving on').click();
  await expect(chidi.getByRole('heading', { name: 'Amara has to move on' })).toBeVisible();
  await expect(chidi.getByText('That was your first visit here.')).toBeVisible();
});

test('a mentor carries door and visit to another device with one press, and the first one rests', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  const other = await as('Amara Osei');
  await other.getByRole('link', { name: 'Carry them here' }).click();
  await inCall(other);
  await expect(amara.getByRole('heading', { name: 'You are in this call in another window' })).toBeVisible();
  await expectMeeting(other, chidi);
});

test('five minutes are seen at the door, and the empty room is there for whoever wants to look', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await press(amara, 'Open my door').click();
  await press(amara, 'Give me five minutes').click();
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Back in about five minutes');
  await press(amara, 'I am back').click();
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');

  await press(chidi, 'Chidi Mensah').click();
  await chidi.getByRole('link', { name: 'See the empty room' }).first().click();
  await expect(chidi.getByRole('heading', { name: 'The empty room' })).toBeVisible();
  await press(chidi, 'Keep these and go back').click();
  await expectCorridor(chidi);
});
