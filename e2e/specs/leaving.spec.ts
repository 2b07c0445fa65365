import { expectMeeting, expectPictures, inCall, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('who leaves while their goodbye does not get through is gone for the others, no place is kept, and they may come back', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  let stalled = false;
  await chidi.routeWebSocket(/\/socket\.io\//, (page) => {
    const server = page.connectToServer();
    let isCall = false;
    page.onMessage((message) => {
      isCall ||= String(message).startsWith('40/media');
      if (!(isCall && stalled)) server.send(message);
    });
  });
  await chidi.reload();
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  stalled = true;
  await press(chidi, 'Leave').click();
  // Sooner than the node would give up a place that it keeps.
  await expect(tileOf(amara, 'Chidi Mensah')).toBeHidden();
  stalled = false;
  await press(chidi, 'Walk in').click();
  await inCall(chidi);
  await Promise.all([expectPictures(amara), expectPictures(chidi)]);
});
