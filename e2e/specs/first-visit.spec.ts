import { doorOf, expectCorridor, inCall, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('the first visit shows the preview, the second goes straight in', async ({ as }) => {
  const amara = await as('Amara Osei');
  await press(amara, 'Open my door').click();
  const chidi = await as('Chidi Mensah');
  const walkIn = doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in' });
  await walkIn.click();

  await expect(press(chidi, 'Join')).toBeVisible();
  await expect(chidi.locator('video')).toBeVisible();
  await expect(chidi.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  await press(chidi, 'Join').click();
  await expect(press(chidi, 'Leave')).toBeVisible();
  await press(chidi, 'Leave').click();
  await expectCorridor(chidi);
  await press(amara, 'Join').click();
  await press(amara, 'Leave').click();

  await walkIn.click();
  await expect(press(chidi, 'Leave')).toBeVisible();
  await expect(press(chidi, 'Join')).toBeHidden();
});

test('who goes before they are in is inside no more, and the door takes the next', async ({ as }) => {
  const [amara, bea] = [await as('Amara Osei'), await as('Bea Lindqvist')];
  const chidi = await as('Chidi Mensah', { prepare: neverComeIn });
  await press(amara, 'Open my door').click();
  const walkIn = doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true });
  const seen = doorOf(bea, 'Amara Osei');

  // From the preview.
  await walkIn.click();
  await expect(press(chidi, 'Join')).toBeVisible();
  await expect(seen).toContainText(/Inside: .*Chidi Mensah/);
  await chidi.getByRole('link', { name: 'Back to the corridor' }).click();
  await expectCorridor(chidi);
  await expect(seen).toContainText('Open, come in');

  // While the call does not let them in.
  await walkIn.click();
  await press(chidi, 'Join').click();
  await expect(seen).toContainText(/Inside: .*Chidi Mensah/);
  await press(chidi, 'Leave').click();
  await expectCorridor(chidi);
  await expect(seen).toContainText('Open, come in');

  await seen.getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(amara), inCall(bea)]);
  await expect(tileOf(bea, 'Amara Osei')).toBeVisible();
});

/** What this page says to a media node is lost on the way. */
function neverComeIn(): void {
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    if (typeof data !== 'string' || !data.includes('/media,')) send.call(this, data);
  };
}
