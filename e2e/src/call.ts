import { expect, type Locator, type Page } from '@playwright/test';
import { received } from './probe.ts';

export const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });

/** Waits until this page is in a call, pressing `Join` if it shows the preview first. */
export async function inCall(page: Page): Promise<void> {
  const join = press(page, 'Join');
  const leave = press(page, 'Leave');
  await expect(join.or(leave)).toBeVisible();
  if (await join.isVisible()) await join.click();
  await expect(leave).toBeVisible();
}

/** Waits until this page sees moving pictures. From now on, not since the beginning. */
export async function expectPictures(page: Page, within = 20_000): Promise<void> {
  const { frames } = await received(page);
  await expect.poll(async () => (await received(page)).frames, { timeout: within }).not.toBe(frames);
  const again = (await received(page)).frames;
  await expect.poll(async () => (await received(page)).frames - again, { timeout: within }).toBeGreaterThan(5);
}

/** Waits until this page hears something. */
export async function expectSound(page: Page, within = 20_000): Promise<void> {
  const { energy } = await received(page);
  await expect.poll(async () => (await received(page)).energy > energy, { timeout: within }).toBe(true);
}

/** Both see and hear each other. */
export async function expectMeeting(...pages: Page[]): Promise<void> {
  await Promise.all(pages.flatMap((page) => [expectPictures(page), expectSound(page)]));
}

/** Pictures go on for about two seconds, in which the fake microphone beeps twice, and nothing is heard. */
export async function expectSilence(page: Page): Promise<void> {
  const before = await received(page);
  await expect.poll(async () => (await received(page)).frames - before.frames).toBeGreaterThan(30);
  const { energy } = await received(page);
  expect(energy - before.energy, 'nothing is heard').toBeLessThan(1e-4);
}

/** Somebody who was muted is back in the call with the other: both are seen, and they are heard once they unmute. */
export async function expectBackMuted(back: Page, name: string, other: Page): Promise<void> {
  await Promise.all([expectPictures(other), expectPictures(back), expectSound(back)]);
  await expect(tileOf(other, name)).toContainText('muted');
  await expect(press(back, 'Unmute microphone')).toBeVisible();
  await expectSilence(other);
  await press(back, 'Unmute microphone').click();
  await expectSound(other);
}

/** The mentor opens their door and the mentee walks in; both are in the call. */
export async function meet(mentor: Page, mentee: Page, mentorName: string): Promise<void> {
  await press(mentor, 'Open my door').click();
  await doorOf(mentee, mentorName).getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(mentor), inCall(mentee)]);
}

export const doorOf = (page: Page, mentorName: string) => page.getByRole('region', { name: mentorName, exact: true });

export const tileOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

export const coffee = (page: Page) => page.getByRole('region', { name: 'Coffee', exact: true });

/** Waits until this page shows the corridor, and its address says so. */
export async function expectCorridor(page: Page): Promise<void> {
  await expect(coffee(page)).toBeVisible();
  await expect(page).toHaveURL(({ pathname }) => pathname === '/');
}

/** What the host presses in the menu on somebody's tile. */
export async function decide(host: Page, name: string, choice: string): Promise<void> {
  await press(host, `What you can do: ${name}`).click();
  await host.getByRole('menuitem', { name: choice, exact: true }).click();
}
