import type { Locator, Page } from '@playwright/test';
import { coffee, doorOf, expectCorridor, expectMeeting, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test.describe('with the keyboard alone', () => {
  test('one signs in, opens a door, another walks in, and both leave', async ({ ajar, open }) => {
    const amara = await signedIn(await open(`${ajar.url}/sign-in`), 'Amara Osei');
    await enter(amara, press(amara, 'Open my door'));
    const chidi = await signedIn(await open(`${ajar.url}/sign-in`), 'Chidi Mensah');
    await enter(chidi, doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in' }));
    for (const page of [amara, chidi]) await enter(page, press(page, 'Join'));
    await expectMeeting(amara, chidi);
    for (const page of [amara, chidi]) {
      await enter(page, press(page, 'Leave'));
      await expectCorridor(page);
    }
  });

  test('one sits down for coffee and gets up again', async ({ ajar, open }) => {
    const chidi = await signedIn(await open(`${ajar.url}/sign-in`), 'Chidi Mensah');
    await enter(chidi, press(chidi, 'Sit down for coffee'));
    await expect(coffee(chidi)).toContainText('You are the first here.');
    await enter(chidi, press(chidi, 'Leave the table'));
    await expect(press(chidi, 'Sit down for coffee')).toBeVisible();
  });
});

async function signedIn(page: Page, name: string): Promise<Page> {
  await enter(page, press(page, `Continue as ${name}`));
  await expectCorridor(page);
  return page;
}

/** Walks to a control with Tab, sees that it shows its focus, and presses Enter. */
async function enter(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      expect(await control.evaluate(showsFocus), 'focus is seen').toBe(true);
      return await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${control}`);
}

/** Runs in the page: an outline around the control, or around the row that it fills. */
function showsFocus(control: Element): boolean {
  const row = control.closest('li');
  return [control, ...(row ? [row] : [])].some((element) => getComputedStyle(element).outlineStyle !== 'none');
}
