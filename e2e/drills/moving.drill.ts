import { expectBackMuted, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { Network, type Pass, phone } from '../src/network.ts';
import { ownAddressesOf, pathsOf } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';
import { browserIn, mediaPort, mediaTcp, mediaUdp, openForTwo, page, settle } from './settling.ts';

test.skip(process.env['AJAR_DRILLS'] !== '1', 'needs root and network namespaces: npm run drill');

test('a call goes on when its network changes from Wi-Fi to a telephone, still muted', async ({
  folder,
  run,
  start,
  launchOptions,
}) => {
  const network = Network.lay();
  try {
    const { home, ajar } = await settle({ network, folder, run, start });
    const fromOffice = [page, mediaUdp, mediaTcp];
    const fromPhone = fromOffice.map((pass): Pass => ({ ...pass, from: 'phone' }));
    network.allow([...fromOffice, ...fromPhone]);
    const parts = { network, folder, home, program: launchOptions.executablePath ?? 'chromium' };
    const browsers = [await browserIn('hall', parts), await browserIn('office', parts)] as const;
    const [grace, ada] = await openForTwo({ network, ajar }, browsers);
    await meet(grace, ada, 'Grace Hopper');
    await expectMeeting(grace, ada);
    await press(ada, 'Mute microphone').click();
    await expect(tileOf(grace, 'Ada Lovelace')).toContainText('muted');

    // She may be seen to be away for a moment, and never to have left.
    const left = grace.getByText('Ada Lovelace left').waitFor({ timeout: 0 });
    left.catch(() => undefined);
    network.moveToPhone();
    await expect.poll(async () => new Set(await ownAddressesOf(ada)), { timeout: 60_000 }).toEqual(new Set([phone]));
    await expect(tileOf(grace, 'Ada Lovelace')).not.toContainText('reconnecting');
    await expectBackMuted(ada, 'Ada Lovelace', grace);
    await expectMeeting(grace, ada);
    expect(await Promise.race([left.then(() => 'left'), 'stayed'])).toBe('stayed');
    expect(new Set(await pathsOf(ada))).toEqual(new Set([`direct over udp to 10.77.2.2:${mediaPort}`]));
    for (const browser of browsers) await browser.close();
  } finally {
    network.close();
  }
});
