import { setTimeout as pause } from 'node:timers/promises';
import { listenAlong } from '../src/announcements.ts';
import { expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** How long two talk without anything else, in ms. */
const talk = 10_000;

test('a screen reader hears each thing that happens in a call once, and nothing while people just talk', async ({
  as,
}) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  const heard = await listenAlong(chidi);

  // Who speaks, who mutes and whose camera is off is seen on the tiles, and read there by whoever looks.
  await pause(talk);
  await press(amara, 'Mute microphone').click();
  await expect(tileOf(chidi, 'Amara Osei')).toContainText('muted');
  await press(amara, 'Unmute microphone').click();
  await press(amara, 'Turn camera off').click();
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeHidden();
  await press(amara, 'Turn camera on').click();
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeVisible();
  expect(await heard()).toEqual([]);

  const raised = 'Amara has raised a hand.';
  await press(amara, 'Raise hand').click();
  await expect.poll(heard).toEqual([raised]);
  await press(amara, 'Lower hand').click();
  await expect(tileOf(chidi, 'Amara Osei')).not.toContainText('hand up');
  // What was said goes without a word, and can be said again.
  await expect(chidi.getByText(raised)).toHaveCount(0);
  await press(amara, 'React').click();
  await press(amara, 'Thank you').click();
  await expect.poll(heard).toEqual([raised, 'Amara: Thank you.']);
  await expect(chidi.getByText('Amara: Thank you.')).toHaveCount(0);
  await press(amara, 'Raise hand').click();
  await expect.poll(heard).toEqual([raised, 'Amara: Thank you.', raised]);

  await press(amara, 'Chat').click();
  for (const words of ['Come in.', 'Sit down.']) {
    await amara.getByRole('textbox', { name: 'Write to everybody here' }).fill(words);
    await press(amara, 'Send').click();
  }
  const news = 'There is something new in the chat, from Amara.';
  await expect.poll(async () => (await heard()).at(-1)).toBe(news);
  expect((await heard()).filter((words) => words === news)).toHaveLength(1);
});
