import { expectCorridor, expectMeeting, meet, press } from '../src/call.ts';
import { houses, Network, type Pass } from '../src/network.ts';
import { pathsOf } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';
import {
  browserIn,
  mediaPort,
  mediaTcp,
  mediaUdp,
  openForTwo,
  page,
  settle,
  turnTls,
  turnToMedia,
} from './settling.ts';

test.skip(process.env['AJAR_DRILLS'] !== '1', 'needs root and network namespaces: npm run drill');

test('a call stands where UDP is dropped, and where nothing but TLS to the TURN server gets out', async ({
  folder,
  run,
  start,
  launchOptions,
}) => {
  const network = Network.lay();
  try {
    const { home, ajar } = await settle({ network, folder, run, start });
    network.allow([page]);
    const program = launchOptions.executablePath ?? 'chromium';
    const browser = await browserIn('office', { network, folder, home, program });
    const [grace, ada] = await openForTwo({ network, ajar }, [browser, browser]);
    const callThrough = async (passes: Pass[], local: string, says: string): Promise<string[]> => {
      network.allow(passes);
      await grace.goto(`https://${houses.hall}/room`);
      const check = grace.getByRole('region', { name: 'The way through', exact: true });
      await expect(check).toContainText(says);
      await grace.goto(`https://${houses.hall}/`);
      await meet(grace, ada, 'Grace Hopper');
      await expectMeeting(grace, ada);
      const paths = [...(await pathsOf(grace)), ...(await pathsOf(ada))];
      expect(new Set(paths)).toEqual(new Set([local]));
      for (const window of [ada, grace]) {
        await press(window, 'Leave').click();
        await expectCorridor(window);
      }
      await press(grace, 'Close my door').click();
      await expect(press(grace, 'Open my door')).toBeVisible();
      return paths;
    };
    const node = `${houses.hall}:${mediaPort}`;

    // First with everything open, so that the other two are known to be about the firewall.
    await callThrough(
      [page, mediaUdp, mediaTcp, turnTls, turnToMedia],
      `direct over udp to ${node}`,
      'Calls get through from here at their best',
    );

    await callThrough([page, mediaTcp], `direct over tcp to ${node}`, 'Calls work from here over TCP');
    expect(network.dropped('udp')).toBeGreaterThan(0);

    await callThrough(
      [page, turnTls, turnToMedia],
      `relay over tls to ${node}`,
      'Calls work from here by way of a relay',
    );
    expect(network.dropped('udp')).toBeGreaterThan(0);
    expect(network.dropped('tcp')).toBeGreaterThan(0);
    await browser.close();
  } finally {
    network.close();
  }
});
