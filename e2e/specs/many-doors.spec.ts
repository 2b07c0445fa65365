import { doorOf, expectCorridor, inCall, press } from '../src/call.ts';
import { hangDoors } from '../src/crowd.ts';
import { expect, test } from '../src/test.ts';

test('among 400 doors one is found by words, by topic and with the keyboard, and walked through', async ({
  ajar,
  as,
}) => {
  await hangDoors(ajar.dataDir, { doors: 400 });
  const amara = await as('Amara Osei');
  await press(amara, 'Open my door').click();
  const chidi = await as('Chidi Mensah');
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');
  const found = chidi.getByRole('search').getByRole('status');
  await expect(found).toContainText(/^\d{3} doors, open ones first$/);

  // Of the others only those in sight are drawn, and each says which of how many it is.
  const rest = chidi.getByRole('region', { name: /^Every other door/ }).getByRole('listitem');
  await expect(rest.first()).toHaveAttribute('aria-posinset', '1');
  expect(await rest.count()).toBeLessThan(100);
  const many = Number(await rest.first().getAttribute('aria-setsize'));
  expect(many).toBeGreaterThan(390);
  await chidi.keyboard.press('End');
  await expect(rest.last()).toHaveAttribute('aria-posinset', String(many));
  await expect(rest.last()).toBeInViewport();

  const field = chidi.getByRole('searchbox', { name: 'Find a door' });
  await field.fill('nobody of this name');
  await expect(found).toHaveText('No door matches “nobody of this name”.');
  await press(chidi, 'Show every door').click();
  await expect(field).toBeFocused();
  await expect(found).toContainText('open ones first');

  const topic = press(chidi, 'saying no');
  await topic.click();
  await expect(topic).toHaveAttribute('aria-pressed', 'true');
  await expect(found).toHaveText(/^\d+ doors match$/);
  await topic.click();

  // Capitals and accents do not matter.
  await field.focus();
  await chidi.keyboard.type('ÖSEI amara');
  await expect(found).toHaveText('1 door matches');
  const walkIn = doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in' });
  for (let steps = 0; steps < 20; steps += 1) {
    if (await walkIn.evaluate((element) => element === document.activeElement)) break;
    await chidi.keyboard.press('Tab');
  }
  await expect(walkIn).toBeFocused();
  await chidi.keyboard.press('Enter');
  await Promise.all([inCall(amara), inCall(chidi)]);
  for (const page of [amara, chidi]) {
    await press(page, 'Leave').click();
    await expectCorridor(page);
  }
  // Back in the corridor nothing is looked for, and the open door stands first.
  await expect(found).toContainText('open ones first');
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');
});
