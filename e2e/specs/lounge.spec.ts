import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('two who wait step into the lounge, the first is called there and goes in with one press, the other keeps the place', async ({
  as,
}) => {
  const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
  await meet(amara, eli, 'Amara Osei');
  const [chidi, bea] = [await as('Chidi Mensah'), await as('Bea Lindqvist')];
  await press(doorOf(chidi, 'Amara Osei'), 'Wait in line').click();
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('You are next.');
  await press(doorOf(bea, 'Amara Osei'), 'Wait in line').click();
  const meanwhile = (page: typeof bea) => page.getByRole('region', { name: 'While you wait' });
  await expect(meanwhile(bea)).toContainText('Others wait for Amara too.');

  await press(meanwhile(chidi), 'Wait together').click();
  await inCall(chidi);
  await expect(meanwhile(bea)).toContainText('Chidi waits for Amara too');
  await press(meanwhile(bea), 'Wait together').click();
  await inCall(bea);
  await expectMeeting(chidi, bea);
  const line = (page: typeof bea) => page.getByRole('list', { name: 'Your place in line' });
  await expect(line(chidi)).toContainText('You are next with Amara.');
  await expect(line(bea)).toContainText('1 person is before you with Amara.');

  await press(eli, 'Leave').click();
  await press(amara, 'Leave').click();
  await expectCorridor(amara);
  await expect(chidi.getByText('It is your turn with Amara.')).toBeVisible();
  await press(chidi, 'Come in').click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectMeeting(amara, chidi);
  await expect(chidi).toHaveURL(/\/call\//);
  await expect(line(bea)).toContainText('You are next with Amara.');
  await press(bea, 'Leave').click();
  await expectCorridor(bea);
  await expect(doorOf(bea, 'Amara Osei')).toContainText('You are next.');
});
