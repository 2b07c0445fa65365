import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a file of 3 MB goes from one page to the other when it is taken, byte for byte, and the call goes on', async ({
  as,
}) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(amara, 'Chidi Mensah')).toBeVisible();
  const bytes = randomBytes(3_000_000);
  await press(amara, 'Chat').click();
  await amara
    .getByLabel('Offer a file of up to 10 MB')
    .setInputFiles({ name: 'a paper.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect(amara.getByText('On offer to everybody here, while you are.')).toBeVisible();

  await expect(press(chidi, 'Chat')).toHaveAccessibleDescription('One new message');
  await press(chidi, 'Chat').click();
  const log = chidi.getByRole('log', { name: 'Messages' });
  await expect(log).toContainText('3 MB');
  await press(chidi, 'Take a paper.pdf').click();
  const save = log.getByRole('link', { name: 'Save a paper.pdf' });
  await expect(save).toBeVisible({ timeout: 45_000 });
  const saving = chidi.waitForEvent('download');
  await save.click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('a paper.pdf');
  const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex');
  expect(hash(readFileSync(await saved.path()))).toBe(hash(bytes));
  await expectMeeting(amara, chidi);
});
