import type { Page } from '@playwright/test';
import { claim, signInByMail } from '../src/accounts.ts';
import type { Ajar } from '../src/ajar.ts';
import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { startMediaNode, startPostgres, startRedis } from '../src/machines.ts';
import { connectionsOf } from '../src/probe.ts';
import { TcpRelay } from '../src/relay.ts';
import { test as base, expect } from '../src/test.ts';

/** Two hubs behind one address, one media node, one Postgres, one Redis; and two people, each on their own hub. */
type House = { hubs: [Ajar, Ajar]; amara: Page; chidi: Page };

const secret = 'a secret that hubs and media nodes share';

const test = base.extend<{ house: House }>({
  house: async ({ run, start, copy, postgres, open }, use) => {
    const balancer = await TcpRelay.listen();
    const url = `http://localhost:${balancer.port}`;
    const env = {
      DATABASE_URL: await startPostgres(run, postgres, `${copy('postgres')}/postgres`),
      REDIS_URL: await startRedis(run),
      AJAR_PUBLIC_URL: url,
      AJAR_MEDIA_NODES: 'remote',
      AJAR_MEDIA_SECRET: secret,
    };
    const hubs: [Ajar, Ajar] = [await start({ env }), await start({ env })];
    const ports = hubs.map((hub) => hub.port);
    // Each person stays with the hub their cookie names, and is sent to the other one when it is down.
    balancer.choose = (head) => (/cookie:.*\bhub=second\b/i.test(head) ? ports.toReversed() : ports);
    const node = await startMediaNode(run, { hubUrl: url, secret });
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);

    const [, link = ''] = await hubs[0].program.said(/once: (\S+)/);
    const farah = await open(link);
    await claim(farah, { name: 'Farah Haddad', email: 'farah@example.org' });
    const people = [
      { name: 'Amara Osei', email: 'amara@example.org', hub: 'first' },
      { name: 'Chidi Mensah', email: 'chidi@example.org', hub: 'second' },
    ];
    const pages: Page[] = [];
    for (const { name, email, hub } of people) {
      const added = await farah.request.post(`${url}/api/members`, { data: { name, email }, headers: { origin: url } });
      expect(added.status()).toBe(200);
      const page = await open(`${url}/healthz`);
      await page.context().addCookies([{ name: 'hub', value: hub, url }]);
      await page.goto(`${url}/sign-in`);
      await signInByMail(page, email);
      pages.push(page);
    }
    const [amara, chidi] = pages;
    if (!amara || !chidi) throw new Error('Nobody is here');
    await use({ hubs, amara, chidi });
    await balancer.close();
    expect.soft(node.output, 'the media node complained').not.toMatch(/"level":(50|60)\b/);
  },
});

test('two people on different hubs meet: by walking in, by a knock, over coffee', async ({ house }) => {
  test.slow();
  const { amara, chidi } = house;
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await leave(chidi, amara);

  await press(amara, 'Leave it ajar').click();
  await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Knock' }).click();
  await press(amara, 'Let Chidi Mensah in').click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectMeeting(amara, chidi);
  await leave(amara, chidi);

  await press(amara, 'Sit down for coffee').click();
  await press(chidi, 'Sit down for coffee').click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectMeeting(amara, chidi);
});

test('a call on its own media node never stops while the hubs are killed and started again', async ({ house }) => {
  test.slow();
  const { hubs, amara, chidi } = house;
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  const before = await Promise.all([amara, chidi].map(connectionsOf));

  await Promise.all(hubs.map((hub) => hub.kill()));
  await expectMeeting(amara, chidi);
  await Promise.all(hubs.map((hub) => hub.startAgain()));
  await expectMeeting(amara, chidi);
  expect(await Promise.all([amara, chidi].map(connectionsOf)), 'nobody had to join again').toEqual(before);

  await leave(chidi, amara);
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');
});

async function leave(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await press(page, 'Leave').click();
    await expectCorridor(page);
  }
}
