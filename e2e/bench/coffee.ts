import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { press } from '../src/call.ts';
import { watchFirstFrame } from './first-frame.ts';
import { inCall, inCorridor, inHouse } from './house.ts';
import { atMost, median, ms, quantile, type Row } from './row.ts';

/** How many coffees are measured. */
const meetings = 12;
/** How long one may take to come about, in ms. */
const patience = 20_000;

/**
 * Two people and the coffee table: one sits there, the other sits down, and both see each other. In a programme as small
 * as the demo's the same two may meet again at once.
 */
export function measureCoffee(): Promise<Row[]> {
  return inHouse({ fps: 15, viewport: { width: 1280, height: 720 } }, async ({ as }) => {
    const bea = await as('Bea Lindqvist', watchFirstFrame);
    const chidi = await as('Chidi Mensah', watchFirstFrame);
    const taken: number[] = [];
    const loads: number[] = [];
    for (let n = 0; n <= meetings; n += 1) {
      const time = await oneCoffee(bea, chidi);
      // The first warms up: the preview of a first visit, the code of the call, compiled code.
      if (n === 0) continue;
      taken.push(time);
      loads.push(loadavg()[0] ?? 0);
    }
    return [
      {
        what: `sitting down for coffee to both seeing each other, median of ${meetings}`,
        value: ms(median(taken)),
      },
      { what: '  p95', value: ms(quantile(taken, 0.95)), goal: atMost(quantile(taken, 0.95), 3_000, ' ms') },
      { what: '  load of the machine meanwhile, median', value: median(loads).toFixed(1) },
    ];
  });
}

/** From the second one's press to the later of the two first pictures, in ms. Afterwards both are in the corridor. */
async function oneCoffee(first: Page, second: Page): Promise<number> {
  await press(first, 'Sit down for coffee').click();
  await press(first, 'Leave the table').waitFor();
  // Lets what the coffee before has left to do come to its end.
  await wait(1_000);
  await press(second, 'Sit down for coffee').click();
  const pressed = await second.evaluate(() => performance.timeOrigin + window.pressedAt);
  const pages = [first, second];
  await Promise.all(pages.map(inCall));
  const seen = await Promise.all(pages.map(firstPicture));
  for (const page of pages) {
    await press(page, 'Leave').or(press(page, 'Back to the corridor')).first().click();
    await inCorridor(page);
  }
  return Math.max(...seen) - pressed;
}

/** When the first picture of somebody else was shown in this page, in ms since the epoch. */
async function firstPicture(page: Page): Promise<number> {
  const shown = () => (window.firstFrameAt ? performance.timeOrigin + window.firstFrameAt : null);
  const handle = await page.waitForFunction(shown, null, { timeout: patience });
  return (await handle.jsonValue()) ?? Number.NaN;
}
