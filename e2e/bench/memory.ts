import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import type { Ajar } from '../src/ajar.ts';
import { press } from '../src/call.ts';
import { received, rememberConnections } from '../src/probe.ts';
import { type House, inCall, inCorridor, inHouse, meet } from './house.ts';
import { atMost, mib, type Row } from './row.ts';
import { type Usage, usageOf } from './usage.ts';

/** How long a call goes on before it is looked at, and how long it is looked at, in ms. */
const settling = 10_000;
const period = 15_000;
/** How long windows may take to see each other, in ms; on a small machine eight may never. */
const patience = 40_000;

/** Pictures a second of each fake camera. Eight of thirty would measure how two cores choke on eight browsers' encoders. */
const fps = { two: 15, eight: 5 };

const viewport = { width: 800, height: 600 };

/** What the server, its workers and its database take while people talk. */
export async function measureMemory(): Promise<Row[]> {
  const two = await inHouse({ fps: fps.two, viewport }, async ({ ajar, as }) => {
    const amara = await as('Amara Osei', rememberConnections);
    const chidi = await as('Chidi Mensah', rememberConnections);
    await meet(amara, chidi, 'Amara Osei');
    return look(ajar, [amara, chidi]);
  });
  const eight = await inHouse({ fps: fps.eight, viewport }, async (house) =>
    look(house.ajar, await eightPeople(house)),
  );
  return [
    ...rows(`2 people (${fps.two} pictures/s)`, two, true),
    ...rows(`8 people (${fps.eight} pictures/s)`, eight, false),
  ];
}

async function look(ajar: Ajar, pages: readonly Page[]) {
  const seeing = await countSeeing(pages);
  await wait(settling);
  return { seeing: `${seeing} of ${pages.length} windows see the others`, ...(await usageOf(ajar, period)) };
}

/** Waits until every page has seen others move, and says how many have when this machine does not get so far. */
async function countSeeing(pages: readonly Page[]): Promise<number> {
  const deadline = Date.now() + patience;
  for (;;) {
    const frames = await Promise.all(pages.map(async (page) => (await received(page)).frames));
    const seeing = frames.filter((count) => count > 10).length;
    if (seeing === pages.length || Date.now() > deadline) return seeing;
    await wait(500);
  }
}

function rows(when: string, usage: Awaited<ReturnType<typeof look>>, limited: boolean): Row[] {
  const spell = ({ processes, rss, pss, cpu }: Usage) =>
    `${mib(rss)} resident, ${mib(pss)} its share, ${Math.round(cpu * 100)} % of a core${processes > 1 ? `, ${processes} processes` : ''}`;
  const goal = atMost(Math.round(usage.server.rss / 1024 ** 2), 150, ' MiB');
  return [
    { what: `server process, ${when}`, value: spell(usage.server), ...(limited ? { goal } : {}) },
    { what: '  windows', value: usage.seeing },
    { what: '  media workers', value: spell(usage.workers) },
    { what: '  database', value: spell(usage.database) },
  ];
}

/** The six people of the demo and two more, in one call: no screen brings so many into one yet, but it is made for nine. */
async function eightPeople({ ajar, as, open }: House): Promise<Page[]> {
  const names = ['Amara Osei', 'Bea Lindqvist', 'Chidi Mensah', 'Dana Whitfield', 'Eli Nakamura', 'Farah Haddad'];
  const more = ['grace@example.org', 'ivan@example.org'];
  const database = new Client({ host: path.join(ajar.dataDir, 'postgres'), user: 'postgres', database: 'ajar' });
  await database.connect();
  try {
    const pages: Page[] = [];
    for (const name of names) pages.push(await as(name, rememberConnections));
    for (const address of more) {
      const member = 'insert into members (id, program_id, email, name) select $1, id, $2, $2 from programs';
      await database.query(member, [randomUUID(), address]);
      pages.push(await byMail(await open(rememberConnections), ajar.url, address));
    }
    const encounterId = randomUUID();
    const opened =
      "insert into encounters (id, program_id, kind, node_id) select $1, id, 'coffee', 'own' from programs";
    await database.query(opened, [encounterId]);
    const people = 'insert into encounter_people (encounter_id, member_id) select $1, id from members';
    await database.query(people, [encounterId]);
    for (const page of pages) {
      await page.goto(`${ajar.url}/call/${encounterId}`);
      await inCall(page);
    }
    return pages;
  } finally {
    await database.end();
  }
}

/** Signs in by the link in a mail. */
async function byMail(page: Page, url: string, address: string): Promise<Page> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Your email address').fill(address);
  await press(page, 'Send me a link').click();
  await page.getByRole('link', { name: 'read it in the local outbox' }).click();
  // The newest mail stands first.
  await page.getByRole('link', { name: '/sign-in/link' }).first().click();
  await inCorridor(page);
  return page;
}
