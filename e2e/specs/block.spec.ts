import { doorOf, expectCorridor, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { Frames } from '../src/frames.ts';
import { expect, test } from '../src/test.ts';

test('a block in mid-call parts the two at once, and the blocked person sees nothing but that the other left', async ({
  as,
  open,
  ajar,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await open(`${ajar.url}/sign-in`);
  const frames = new Frames(chidi);
  await press(chidi, 'Continue as Chidi Mensah').click();
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await frames.taken();

  // By keyboard alone.
  await press(amara, 'Report or block').focus();
  await amara.keyboard.press('Enter');
  await expect(press(amara, 'Block Chidi')).toBeVisible();
  await press(amara, 'Block Chidi').focus();
  await amara.keyboard.press('Enter');
  await expectCorridor(amara);
  await expect(amara.getByText('You have blocked Chidi.')).toBeVisible();

  await expect(chidi.getByText('Amara has left.')).toBeVisible();
  await expect(tileOf(chidi, 'Amara Osei')).toBeHidden();
  const heard = (await frames.taken()).join('\n');
  expect(heard).toContain('peerLeft');
  expect(heard).not.toMatch(/block|removed|report/i);
  await press(chidi, 'Leave').click();
  await expectCorridor(chidi);
  await expect(doorOf(chidi, 'Amara Osei')).toBeHidden();
  await expect(chidi.getByText('Amara Osei')).toBeHidden();
  await expect(amara.getByText('Chidi Mensah', { exact: true })).toBeHidden();

  // Lifted, they see each other again.
  await press(amara, 'Amara Osei').click();
  await press(amara, 'My name plate').click();
  await press(amara, 'Unblock Chidi Mensah').click();
  await press(amara, 'Cancel').click();
  await expect(doorOf(chidi, 'Amara Osei')).toBeVisible();
  await expect(amara.getByText('Chidi Mensah', { exact: true })).toBeVisible();
});

test('somebody is reported from their door, blocked in the same go, and the staff read who reported whom', async ({
  as,
}) => {
  const chidi = await as('Chidi Mensah');
  await press(chidi, 'Report or block Bea Lindqvist').click();
  await chidi.getByLabel('What is it about?').selectOption({ label: 'They made me uncomfortable' });
  await chidi.getByLabel('In your own words, if you like').fill('They would not let the subject rest.');
  await chidi.getByLabel('Block Bea too').check();
  await press(chidi, 'Send report').click();
  await expect(chidi.getByText('Your report is with the staff of your programme.')).toBeVisible();
  await expect(doorOf(chidi, 'Bea Lindqvist')).toBeHidden();

  const farah = await as('Farah Haddad');
  const answer = await farah.request.get(new URL('/api/reports', farah.url()).href);
  expect(await answer.json()).toMatchObject({
    reports: [{ reporter: { name: 'Chidi Mensah' }, about: { name: 'Bea Lindqvist' }, reason: 'uncomfortable' }],
  });
});
