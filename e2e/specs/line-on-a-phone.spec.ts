import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** Two minutes to come in are fourteen seconds here. */
const hurried = { env: { AJAR_DOOR_MINUTE: '7000' } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone, somebody who waits steps away, misses the call, goes back one place, and is called again and comes in', async ({
  start,
  signIn,
}) => {
  const { url } = await start(hurried);
  const [amara, chidi] = [await signIn(url, 'Amara Osei'), await signIn(url, 'Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  const eli = await signIn(url, 'Eli Nakamura', phone);
  const bea = await signIn(url, 'Bea Lindqvist');
  await press(doorOf(eli, 'Amara Osei'), 'Wait in line').tap();
  await expect(doorOf(eli, 'Amara Osei')).toContainText('You are next.');
  // Amara has had no visits yet that anything could be learnt from.
  await expect(doorOf(eli, 'Amara Osei')).toContainText('When your turn comes is hard to say.');
  await press(doorOf(bea, 'Amara Osei'), 'Wait in line').click();
  await expect(doorOf(bea, 'Amara Osei')).toContainText('1 person is before you.');

  const pocket = eli.context();
  await eli.close();
  await press(chidi, 'Leave').click();
  await press(amara, 'Leave').click();
  await expectCorridor(amara);
  await expect(amara.getByText('Eli Nakamura is called')).toBeVisible();
  // Nobody came: the next in line is called, and comes.
  await press(bea, 'Come in').click({ timeout: 45_000 });
  await Promise.all([inCall(amara), inCall(bea)]);

  const again = await pocket.newPage();
  await again.goto(url);
  await expect(doorOf(again, 'Amara Osei')).toContainText('You are next.');
  await press(bea, 'Leave').click();
  await press(amara, 'Leave').click();
  await expect(again.getByText('It is your turn with Amara.')).toBeVisible();
  // The count is of the time that is left, not of two minutes.
  await expect(again.getByText(/^0:(0\d|1[0-4]) left/)).toBeVisible();
  await press(again, 'Come in').tap();
  await Promise.all([inCall(again), inCall(amara)]);
  await expectMeeting(again, amara);
  await press(again, 'Leave').tap();
  await expectCorridor(again);
});
