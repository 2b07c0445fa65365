import type { Page } from '@playwright/test';

/** Single hours of this page's person, an hour long, that begin in so many seconds. */
export function hoursSoon(page: Page, { inSeconds }: { inSeconds: number }): Promise<void> {
  return page.evaluate(async (seconds) => {
    const at = new Date(Date.now() + seconds * 1_000);
    const two = (n: number) => String(n).padStart(2, '0');
    const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    const startsAt = `${date}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const body = JSON.stringify({ rule: null, startsAt, timeZone, minutes: 60, knock: false });
    const headers = { 'content-type': 'application/json' };
    const made = await fetch('/api/hours', { method: 'POST', headers, body });
    if (!made.ok) throw new Error(await made.text());
  }, inSeconds);
}

/** Fills in the form about hours: an hour that begins in three minutes. */
export async function fillSoon(page: Page): Promise<{ date: string; from: string; to: string }> {
  const soon = await page.evaluate(() => {
    const at = new Date(Date.now() + 3 * 60_000);
    const two = (n: number) => String(n).padStart(2, '0');
    const clock = (hour: number) => `${two(hour % 24)}:${two(at.getMinutes())}`;
    const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    return { date, from: clock(at.getHours()), to: clock(at.getHours() + 1) };
  });
  await page.getByLabel('Date', { exact: true }).fill(soon.date);
  await page.getByLabel('From', { exact: true }).fill(soon.from);
  await page.getByLabel('To', { exact: true }).fill(soon.to);
  return soon;
}
