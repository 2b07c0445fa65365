import path from 'node:path';
import { press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

const shots = path.join(import.meta.dirname, '..', 'shots');

test('one says on one’s own name plate what chance meetings go by, and finds it there again', async ({ as }) => {
  const chidi = await as('Chidi Mensah');
  const open = async () => {
    await press(chidi, 'Chidi Mensah').click();
    await press(chidi, 'My name plate').click();
    await chidi.getByText('For coffee and other chance meetings').click();
  };
  await open();
  await expect(chidi.getByLabel('You would like to ask about')).toHaveValue('teaching, choosing a field');
  await chidi.getByLabel('You can be asked about').fill('night shifts, exams');
  await chidi.getByLabel('What it is about, in your words').fill('first in my family at university');
  await chidi.getByLabel('What you are, in your words').fill('yes');
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await chidi.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await chidi.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await chidi.screenshot({ path: path.join(shots, `particulars-${colorScheme}-${width}.png`) });
    }
  }
  await press(chidi, 'Save').click();
  await expect(press(chidi, 'Save')).toBeHidden();
  await chidi.reload();
  await open();
  await expect(chidi.getByLabel('You can be asked about')).toHaveValue('night shifts, exams');
  await expect(chidi.getByLabel('What you are, in your words')).toHaveValue('yes');
});
