import type { Page, Request } from '@playwright/test';
import { press } from '../src/call.ts';
import { inCorridor, inHouse, meet } from './house.ts';
import { atMost, kB, type Row } from './row.ts';

type Files = Map<string, { bytes: number; encoding: string }>;

/** JavaScript and style sheets of a first visit to the corridor, and what the call needs besides. As sent, compressed. */
export function measureSize(): Promise<Row[]> {
  return inHouse({ fps: 5, viewport: { width: 1280, height: 720 } }, async ({ ajar, as, open }) => {
    const amara = await as('Amara Osei');
    const chidi = await as('Chidi Mensah');
    await meet(amara, chidi, 'Amara Osei');
    const storageState = await chidi.context().storageState();
    const newcomer = () => open(neverIdle, { storageState });
    const call = await filesOf(await newcomer(), chidi.url(), (page) => press(page, 'Leave').waitFor());
    const corridor = await filesOf(await newcomer(), ajar.url, inCorridor);
    const others: Row[] = [];
    for (const [language, name] of Object.entries({ fr: 'French', es: 'Spanish' })) {
      const page = await newcomer();
      await page.context().addCookies([{ name: 'ajar-language', value: language, url: ajar.url }]);
      const files = await filesOf(page, ajar.url, (shown) =>
        shown.getByRole('main').getByRole('button').first().waitFor(),
      );
      others.push(row(`the same in ${name}`, sum([...files.values()]), 150));
    }
    const more = [...call].filter(([url]) => !corridor.has(url));
    const plain = [...corridor, ...call].filter(([, { encoding }]) => encoding !== 'br').map(([url]) => url);
    return [
      row('JavaScript and CSS of the corridor, first load', sum([...corridor.values()]), 150),
      ...others,
      row('and of the call besides', sum(more.map(([, file]) => file)), 130),
      { what: 'of these sent without brotli', value: plain.length === 0 ? 'none' : plain.join(' ') },
    ];
  });
}

function row(what: string, bytes: number, most: number): Row {
  return { what, value: kB(bytes), goal: atMost(bytes / 1000, most, ' kB') };
}

function sum(files: readonly { bytes: number }[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

/** What a browser that has never been here fetches to show this address. */
async function filesOf(page: Page, url: string, shown: (page: Page) => Promise<void>): Promise<Files> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(url);
  await shown(page);
  await page.waitForLoadState('networkidle');
  const files: Files = new Map();
  for (const request of requests) {
    if (!['script', 'stylesheet'].includes(request.resourceType())) continue;
    const response = await request.response();
    const { responseBodySize: bytes } = await request.sizes();
    files.set(request.url(), { bytes, encoding: response?.headers()['content-encoding'] ?? '' });
  }
  await page.context().close();
  return files;
}

/** The corridor fetches the call's code when nothing else goes on: that is no part of its own first load. */
function neverIdle(): void {
  window.requestIdleCallback = () => 0;
}
