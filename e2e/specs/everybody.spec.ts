import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { doorOf, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** Those who read from right to left, who need large letters or few colours, and who have no mouse. */

const shots = path.join(import.meta.dirname, '..', 'shots');
const widths = { 390: 844, 1440: 900 };

async function rightToLeft(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [width, height] of Object.entries(widths)) {
    await page.setViewportSize({ width: Number(width), height });
    await page.screenshot({ path: path.join(shots, `${name}-ar-${width}.png`) });
    expect(await sideways(page), `${name} ${width} scrolls sideways`).toBe(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const startOf = async (locator: Locator) => (await locator.boundingBox())?.x ?? Number.NaN;

test('an Arabic page is laid out from the right, from the corridor into a call', async ({ as, ajar }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await press(amara, 'Open my door').click();
  await chidi.goto(`${ajar.url}/?language=ar`);
  await expect(chidi.locator('html')).toHaveAttribute('dir', 'rtl');
  const door = doorOf(chidi, 'Amara Osei');
  await expect(door).toContainText('مفتوح، تفضل');
  await rightToLeft(chidi, 'corridor');
  await press(door, 'دخول').click();
  await expect(chidi.locator('video')).toBeVisible();
  await rightToLeft(chidi, 'preview');
  await press(chidi, 'انضمام').click();
  await press(amara, 'Join').click();
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeVisible();
  await press(amara, 'Chat').click();
  await amara.getByRole('textbox', { name: 'Write to everybody here' }).fill('Come in.');
  await press(amara, 'Send').click();
  await press(chidi, 'الرسائل').click();
  const said = chidi.getByText('Come in.');
  await expect(said).toBeVisible();
  await rightToLeft(chidi, 'call');
  // One begins to read with the others, then oneself, then what is written.
  const [other, own] = [await startOf(tileOf(chidi, 'Amara Osei')), await startOf(tileOf(chidi, 'Chidi Mensah'))];
  expect(other).toBeGreaterThan(own);
  expect(own).toBeGreaterThan(await startOf(chidi.getByRole('log')));
  // English words keep their full stop at their own end.
  const { first, last } = await said.evaluate((words) => {
    const text = words.firstChild;
    const at = (from: number) => {
      const range = new Range();
      if (text) range.setStart(text, from);
      if (text) range.setEnd(text, from + 1);
      return range.getBoundingClientRect().x;
    };
    return { first: at(0), last: at('Come in.'.length - 1) };
  });
  expect(last).toBeGreaterThan(first);
});

test('with large letters, in forced colours and by keyboard alone a call can be used whole', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible();
  await amara.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });

  await test.step('each press comes into view as the focus comes to it', async () => {
    // 200 % and 400 % of a screen 1280 wide and 1024 high.
    for (const size of [
      { width: 640, height: 512 },
      { width: 320, height: 256 },
    ]) {
      await amara.setViewportSize(size);
      expect(await sideways(amara)).toBe(0);
      for (const name of ['Mute microphone', 'Chat', 'Leave', 'View', 'Moving on']) {
        await press(amara, name).focus();
        await expect.poll(() => press(amara, name).evaluate(isSeen), `${name} at ${size.width}`).toBe(true);
      }
    }
    await press(amara, 'Chat').press('Enter');
    const field = amara.getByRole('textbox', { name: 'Write to everybody here' });
    await expect(field).toBeFocused();
    await expect.poll(() => field.evaluate(isSeen)).toBe(true);
    await amara.screenshot({ path: path.join(shots, 'call-chat-at-400-percent.png') });
    await field.press('Escape');
    await expect(press(amara, 'Chat')).toBeFocused();
  });

  await test.step('what is on shows without colours of its own', async () => {
    await amara.setViewportSize({ width: 1280, height: 720 });
    const border = (name: string) =>
      press(amara, name).evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth));
    const heard = await border('Mute microphone');
    await amara.keyboard.press('m');
    await expect(press(amara, 'Unmute microphone')).toBeVisible();
    expect(await border('Unmute microphone')).toBeGreaterThan(heard);
    await amara.keyboard.press('Tab');
    expect(await amara.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    );
    await press(amara, 'Connection').press('Enter');
    const track = amara.locator('.switch-track');
    await expect(amara.getByRole('switch', { name: 'Save data' })).toBeVisible();
    const knob = await track.evaluate((element) => ({
      own: getComputedStyle(element, '::before').backgroundColor,
      ground: getComputedStyle(element).backgroundColor,
    }));
    expect(knob.own).not.toBe(knob.ground);
    await amara.keyboard.press('Escape');
    await expect(press(amara, 'Connection')).toBeFocused();
    await amara.screenshot({ path: path.join(shots, 'call-forced-colours.png') });
  });

  await test.step('what goes leaves the focus where it was', async () => {
    await press(amara, 'View').press('Enter');
    await amara.locator('[role^=menuitem]', { hasText: 'My talking time' }).press('Enter');
    await amara.keyboard.press('Escape');
    const away = press(amara, 'Put it away');
    await away.press('Enter');
    await expect(away).toBeHidden();
    await expect.poll(() => amara.evaluate(() => document.activeElement?.className)).toBe('call-status');
    await press(amara, 'React').press('Enter');
    await expect(press(amara, 'Agree')).toBeFocused();
    await press(amara, 'Agree').press('Enter');
    await expect(press(amara, 'React')).toBeFocused();
  });
});

/** Runs in the page: whether it lies in the window, with nothing over its middle. */
function isSeen(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) return false;
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return there !== null && (element.contains(there) || there.contains(element));
}
