import { meet, press, tileOf } from '../src/call.ts';
import { received } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';

test('a hand, a reaction and a message reach the other side, and nothing written is there for who comes anew', async ({
  as,
}) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(amara, 'Chidi Mensah')).toBeVisible();

  await press(chidi, 'Raise hand').click();
  await expect(press(chidi, 'Lower hand')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('hand up');
  await expect(amara.getByRole('region', { name: 'Hands up' })).toContainText('Chidi');
  await expect(amara.getByText('Chidi has raised a hand.')).toHaveCount(1);
  await press(amara, 'What you can do: Chidi Mensah').click();
  await amara.getByRole('menuitem', { name: 'Lower hand', exact: true }).click();
  await expect(press(chidi, 'Raise hand')).toBeVisible();
  await expect(chidi.getByText('Amara has seen your hand and lowered it.')).toBeVisible();

  await press(amara, 'React').click();
  await press(amara, 'Thank you').click();
  await expect(press(amara, 'React')).toBeFocused();
  await expect(chidi.getByText('Amara: Thank you.')).toHaveCount(1);

  await chidi.keyboard.press('c');
  const writing = chidi.getByRole('textbox', { name: 'Write to everybody here' });
  await expect(writing).toBeFocused();
  await writing.fill('Read https://example.org/a, not javascript:alert(1)');
  await chidi.keyboard.press('Enter');
  await expect(writing).toHaveValue('');
  await expect(press(amara, 'Chat')).toHaveAccessibleDescription('One new message');
  await press(amara, 'Chat').click();
  const log = amara.getByRole('log', { name: 'Messages' });
  await expect(log).toContainText('Chidi Mensah');
  const link = log.getByRole('link');
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', 'https://example.org/a');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(press(amara, 'Chat')).toHaveAccessibleDescription('Shortcut: C');
  await amara.keyboard.press('Escape');
  await expect(log).toBeHidden();
  await expect(press(amara, 'Chat')).toBeFocused();

  await chidi.keyboard.press('Escape');
  await chidi.locator('body').focus();
  await chidi.keyboard.press('?');
  const help = chidi.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await chidi.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await amara.reload();
  await expect(tileOf(amara, 'Chidi Mensah')).toBeVisible();
  await press(amara, 'Chat').click();
  await expect(amara.getByText('Nothing has been written yet.')).toBeVisible();
});

test('who is muted is heard while they hold Space, and no longer', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await chidi.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await chidi.keyboard.down('Space');
  await expect(press(chidi, 'Mute microphone')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah')).not.toContainText('muted');
  const { energy } = await received(amara);
  await expect.poll(async () => (await received(amara)).energy > energy).toBe(true);
  await chidi.keyboard.up('Space');
  await expect(press(chidi, 'Unmute microphone')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
});
