import type { Page, WebSocket } from '@playwright/test';
import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('whoever may walk in is connected before they press, and no device is touched for it', async ({ as }) => {
  const amara = await as('Amara Osei', { prepare: countDevices });
  const chidi = await as('Chidi Mensah', { prepare: countDevices });
  // The preview of a first visit is then behind them.
  await meet(amara, chidi, 'Amara Osei');
  const answered = new Map([chidi, amara].map((page) => [page, answers(page)]));
  for (const page of [chidi, amara]) {
    await press(page, 'Leave').click();
    await expectCorridor(page);
    answered.get(page)?.forget();
    await page.reload();
  }
  const walkIn = doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true });
  await walkIn.waitFor();

  for (const page of [amara, chidi]) {
    await expect.poll(() => standing(page)).toBe(2);
    // Transports, microphone and camera: what the node has not answered yet is not there to be taken.
    await expect.poll(() => answered.get(page)?.count()).toBe(3);
  }
  expect(await chidi.evaluate(() => window.devicesAsked)).toBe(0);

  const before = await Promise.all([amara, chidi].map(made));
  await walkIn.click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectMeeting(amara, chidi);
  expect(await Promise.all([amara, chidi].map(made)), 'nobody had to connect anew').toEqual(before);
  expect(await chidi.evaluate(() => window.devicesAsked)).toBeGreaterThan(0);
});

declare global {
  interface Window {
    devicesAsked: number;
  }
}

function countDevices(): void {
  window.devicesAsked = 0;
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    window.devicesAsked += 1;
    return ask(constraints);
  };
}

/** What the media node has answered to a page that stands by, on the newest connection that it answered on. */
function answers(page: Page): { count(): number; forget(): void } {
  let count = 0;
  let newest: WebSocket | null = null;
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      // A socket.io acknowledgement in this namespace.
      if (!String(payload).startsWith('43/standby,')) return;
      // A page that is about to be loaded anew may stand by once more before it goes.
      count = socket === newest ? count + 1 : 1;
      newest = socket;
    });
  });
  return {
    count: () => count,
    forget: () => {
      count = 0;
    },
  };
}

/** How many connections of this page are up, each with all that is to be sent on it negotiated. */
function standing(page: Page): Promise<number> {
  return page.evaluate(() => {
    const up = window.peerConnections.filter(({ connectionState }) => connectionState === 'connected');
    const senders = up.flatMap((connection) => connection.getSenders()).filter(({ track }) => track !== null);
    return senders.length === 2 ? up.length : 0;
  });
}

/** How many connections this page has made that are or were of any use. */
function made(page: Page): Promise<number> {
  return page.evaluate(() => window.peerConnections.length);
}
