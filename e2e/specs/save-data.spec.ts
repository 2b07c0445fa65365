import { setTimeout as pause } from 'node:timers/promises';
import { expectMeeting, expectPictures, expectSound, inCall, meet, press, tileOf } from '../src/call.ts';
import { layersOf } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';

test('Save data leaves the sound, on this machine until it is turned off, and the connection is told in words', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  await press(chidi, 'Connection').click();
  const sheet = chidi.getByRole('dialog', { name: 'Connection' });
  const about = sheet.getByRole('listitem').filter({ hasText: 'Amara Osei' });
  await expect(about).toContainText(/Good|Uneven|Weak connection/);
  await about.getByText('Figures').click();
  await expect(about).toContainText(/Sound\s*\d+ kbit\/s, \d+\.\d % lost/);
  await expect(sheet.getByRole('listitem').filter({ hasText: 'You' })).toContainText('direct, UDP');
  await sheet.getByText('Save data').click();
  await press(sheet, 'Close').click();

  await expect(press(chidi, 'Turn camera on')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeHidden();
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeHidden();
  await expect.poll(() => bytesInASecond()).toBe(0);
  await Promise.all([expectSound(amara), expectSound(chidi)]);

  await chidi.reload();
  await inCall(chidi);
  await expect(press(chidi, 'Connection')).toContainText('Save data is on');
  await Promise.all([expectSound(amara), expectSound(chidi)]);
  expect(await bytesInASecond()).toBe(0);

  await press(chidi, 'Turn camera on').click();
  await Promise.all([expectPictures(amara), expectPictures(chidi)]);

  /** Of pictures that come to Chidi. */
  async function bytesInASecond(): Promise<number> {
    const { receivedBytes } = await layersOf(chidi);
    await pause(1_000);
    return (await layersOf(chidi)).receivedBytes - receivedBytes;
  }
});
