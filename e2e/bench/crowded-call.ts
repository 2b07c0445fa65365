import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { Client } from 'pg';
import { hangDoors, signedIn } from '../src/crowd.ts';
import { newFolder, removeFolder } from '../src/folder.ts';
import { rememberConnections } from '../src/probe.ts';
import { writeSpeech } from '../src/speech-file.ts';
import { bring } from './bring.ts';
import { type House, inBrowser, inCall, inHouse } from './house.ts';

/** Pictures a second of each camera, and their size. */
const fps = 15;
const camera = { width: 1280, height: 720 };
const viewport = { width: 1280, height: 800 };
const watcher = 'Amara Osei';
/** As many as a call has tiles for, the watcher's own among them. */
const most = 16;

/** A call of one real page, alone in its browser, and people in another browser who show nobody to anybody. */
export interface CrowdedCall {
  /** The page that watches. */
  page: Page;
  /** Its browser's end of the DevTools protocol, and its own. */
  devTools: { browser: CDPSession; page: CDPSession };
  /** Lets more people in, until there are so many tiles. */
  growTo(tiles: number): Promise<void>;
}

export async function inCrowdedCall<T>(work: (call: CrowdedCall) => Promise<T>): Promise<T> {
  const folder = newFolder();
  const voice = path.join(folder, 'voice.wav');
  writeSpeech(voice);
  const flags = [`--use-file-for-fake-audio-capture=${voice}`];
  try {
    return await inHouse({ fps, viewport }, (house) =>
      inBrowser({ fps, flags }, async (others) => work(await begin(house, others))),
    );
  } finally {
    await removeFolder(folder);
  }
}

async function begin({ ajar, browser, as }: House, others: Browser): Promise<CrowdedCall> {
  const page = await as(watcher, rememberConnections);
  const crowd = await hangDoors(ajar.dataDir, { doors: most - 1 });
  const cookies = await signedIn(ajar.dataDir, crowd);
  const encounterId = await openEncounter(
    ajar.dataDir,
    crowd.map(({ memberId }) => memberId),
  );
  // The page's policy admits no script but its own.
  const callers = await others.newPage({ permissions: ['microphone', 'camera'], bypassCSP: true });
  await callers.goto(ajar.url);
  await bring('callers', callers);
  await page.goto(`${ajar.url}/call/${encounterId}`);
  await inCall(page);
  let inside = 0;
  return {
    page,
    devTools: { browser: await browser.newBrowserCDPSession(), page: await page.context().newCDPSession(page) },
    growTo: async (tiles) => {
      for (; inside < tiles - 1; inside += 1) {
        const headers = { cookie: cookies[inside] ?? '', origin: ajar.url };
        const reply = await fetch(`${ajar.url}/api/encounters/${encounterId}/enter`, { method: 'POST', headers });
        if (!reply.ok) throw new Error(`Nobody was let in: ${reply.status} ${await reply.text()}`);
        const { token, rtpCapabilities } = await reply.json();
        // One of them receives the watcher, at what the watcher wants of them; the others receive nobody.
        const hears = inside === 0 ? [watcher] : [];
        const caller = { group: 'all', url: ajar.url, ajar: { token, rtpCapabilities }, hears, camera };
        await callers.evaluate((caller) => window.callers.enter(caller), caller);
      }
      await callers.evaluate(() => window.callers.takeTurns());
      await page
        .getByRole('group')
        .filter({ has: page.locator('video') })
        .nth(tiles - 1)
        .waitFor();
    },
  };
}

/** A call of the watcher and all of these, as chance could bring two together. */
async function openEncounter(dataDir: string, memberIds: readonly string[]): Promise<string> {
  const client = new Client({ host: path.join(dataDir, 'postgres'), user: 'postgres', database: 'ajar' });
  await client.connect();
  try {
    const encounterId = randomUUID();
    const opened = `insert into encounters (id, program_id, kind, node_id)
      select $1, program_id, 'coffee', 'own' from members where name = $2`;
    await client.query(opened, [encounterId, watcher]);
    const people = `insert into encounter_people (encounter_id, member_id)
      select $1, id from members where name = $2 or id = any($3)`;
    await client.query(people, [encounterId, watcher, memberIds]);
    return encounterId;
  } finally {
    await client.end();
  }
}
