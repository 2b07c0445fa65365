import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Ajar } from '../src/ajar.ts';
import { hangDoors, type Mentor, signedIn } from '../src/crowd.ts';
import { type House, inHouse } from './house.ts';
import { interaction, shown, watchPaints } from './paint.ts';
import { atMost, kB, median, ms, quantile, type Row } from './row.ts';
import { Watchers } from './watchers.ts';

/** The corridor that is asked for, and a small one with the same parts, to hold it against. */
const sizes = { many: { doors: 2_000, open: 150 }, few: { doors: 40, open: 3 } };
const rounds = 8;
/** Sockets that watch while doors are set, and how many are. */
const watching = 1_000;
const changes = 30;
/** How many of them come at once: a process that is all of them reads the corridor for each. */
const wave = 25;

const viewport = { width: 1440, height: 900 };

/** A corridor of 2,000 doors: what a person in it waits for, and what each of a thousand who watch it is sent. */
export async function measureCorridor(): Promise<Row[]> {
  const sent = await inHouse({ fps: 5, viewport }, onSockets);
  const seen = await inHouse({ fps: 5, viewport }, inBrowser);
  return [...seen, ...sent];
}

const figureNames = ['first', 'letter', 'found', 'filter', 'scroll', 'change'] as const;
type Figure = (typeof figureNames)[number];

/** Somebody before a corridor, and those whose doors are open in it. */
interface Corridor {
  page: Page;
  mentors: Watchers;
  /** Whose door stands first along the wall. */
  first: { by: number; door: Mentor };
  figures: Record<Figure, number[]>;
}

async function inBrowser(house: House): Promise<Row[]> {
  const few = await corridorOf(house, 'few');
  const many = await corridorOf(house, 'many');
  for (let n = 0; n <= rounds; n += 1) {
    for (const corridor of n % 2 ? [few, many] : [many, few]) await measureOnce(corridor, house.ajar.url);
    // The first round warms up.
    if (n === 0) for (const { figures } of [few, many]) for (const name of figureNames) figures[name] = [];
  }
  for (const { mentors } of [few, many]) await mentors.close();
  const row = (what: string, name: Figure, goal?: number): Row => {
    const [a, b] = [many.figures[name], few.figures[name]];
    const spell = (all: readonly number[]) => `${ms(median(all))}, p95 ${ms(quantile(all, 0.95))}`;
    const value = `${spell(a)}; beside ${spell(b)}: ${(median(a) / median(b)).toFixed(2)}`;
    return { what, value, ...(goal ? { goal: atMost(quantile(a, 0.95), goal, ' ms, p95') } : {}) };
  };
  const { doors, open } = sizes.many;
  const beside = `beside ${sizes.few.doors} doors, ${sizes.few.open} open`;
  return [
    { what: `${doors} doors, ${open} open, ${beside}; medians of ${rounds} rounds, by turns`, value: '' },
    row('  navigation to the first picture of the doors', 'first'),
    row('  a letter in the search, to the next paint', 'letter', 100),
    row('  and to the doors found', 'found', 100),
    row('  a topic pressed, to the next paint', 'filter', 100),
    row('  two windows scrolled at once, to the doors drawn', 'scroll', 100),
    row('  a door that is set, from its message to the paint', 'change', 100),
  ];
}

/** A programme of this size, its open mentors connected, and somebody of it before the corridor. */
async function corridorOf({ ajar, open }: House, size: keyof typeof sizes): Promise<Corridor> {
  const all = await hangDoors(ajar.dataDir, { ...sizes[size], program: `A programme of ${size}` });
  const mentors = new Watchers();
  const cookies = await signedIn(ajar.dataDir, all.slice(0, sizes[size].open));
  await mentors.ask({ ask: 'connect', url: ajar.url, cookies });
  const [cookie = ''] = await signedIn(ajar.dataDir, all.slice(-1));
  const [name = '', value = ''] = cookie.split('=', 2);
  const page = await open(watchPaints);
  await page.context().addCookies([{ name, value, url: ajar.url }]);
  await page.goto(ajar.url);
  const title = await page.locator('.find-doors ~ .hall .stand-door h2').first().textContent();
  const by = all.findIndex((mentor) => mentor.name === title);
  const door = all[by];
  if (!door || by >= sizes[size].open) throw new Error(`No open door stands first, but that of ${title}.`);
  const figures = { first: [], letter: [], found: [], filter: [], scroll: [], change: [] };
  return { page, mentors, first: { by, door }, figures };
}

async function measureOnce({ page, mentors, first, figures }: Corridor, url: string): Promise<void> {
  await page.goto(url);
  const painted = await page.waitForFunction(() => window.doorsAt || null, null, { timeout: 30_000 });
  figures.first.push((await painted.jsonValue()) ?? Number.NaN);
  // Lets what comes a moment later come.
  await wait(1_500);

  await page.getByRole('searchbox').focus();
  for (const letter of 'ky') {
    figures.letter.push(await interaction(page, () => page.keyboard.press(letter)));
    figures.found.push(await page.evaluate(() => window.took));
  }
  await page.getByRole('button', { name: 'Show every door' }).click();
  const topic = page.locator('.find-topic').first();
  for (const _ of ['on', 'off']) figures.filter.push(await interaction(page, () => topic.click()));

  const list = page.getByRole('region', { name: /^Every other door/ });
  await list.evaluate((element) => element.scrollIntoView());
  await wait(300);
  figures.scroll.push(await shown(page, () => page.evaluate(() => window.scrollBy(0, 2 * window.innerHeight))));

  const { by, door } = first;
  for (const state of ['ajar', 'open'] as const) {
    const set = async () => {
      await page.evaluate((awaited) => {
        window.awaited = awaited;
      }, door);
      await mentors.ask({ ask: 'set', by, doorId: door.doorId, state });
    };
    figures.change.push(await shown(page, set));
    await wait(300);
  }
}

async function onSockets({ ajar }: House): Promise<Row[]> {
  const all = await hangDoors(ajar.dataDir, { ...sizes.many, program: 'A programme of many' });
  const cookies = await signedIn(ajar.dataDir, all.slice(0, watching));
  onOneCore(ajar);
  const people = new Watchers();
  const whole: number[] = [];
  for (let at = 0; at < cookies.length; at += wave) {
    const came = await people.ask({ ask: 'connect', url: ajar.url, cookies: cookies.slice(at, at + wave) });
    whole.push(...came.bytes);
  }
  await wait(5_000);
  const times: number[] = [];
  const bytes: number[] = [];
  for (const [by, { doorId }] of all.slice(0, changes + 1).entries()) {
    const change = await people.ask({ ask: 'set', by, doorId, state: 'ajar' });
    await wait(300);
    // The first warms up.
    if (by === 0) continue;
    times.push(...change.times);
    bytes.push(...change.bytes);
  }
  const storm = await comeAgain(ajar, people);
  await people.close();
  const p95 = quantile(times, 0.95);
  return [
    {
      what: `a door set, to its change at each of ${watching} sockets, the server on one core, ${changes} times`,
      value: `${ms(median(times))}, p95 ${ms(p95)}, at most ${ms(Math.max(...times))}`,
      goal: atMost(p95, 250, ' ms, p95'),
    },
    { what: '  what one change sends to a socket', value: `${median(bytes)} bytes` },
    { what: '  what the whole corridor is, sent once to each who comes', value: kB(median(whole)) },
    ...storm,
  ];
}

/** The server and its threads; its database has the other core. */
function onOneCore({ program }: Ajar): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(program.pid)], { stdio: 'ignore' });
}

/** The server is killed and started again, and all of them come back by themselves. */
async function comeAgain(ajar: Ajar, people: Watchers): Promise<Row[]> {
  const there = people.ask({ ask: 'wait' });
  await ajar.kill();
  await ajar.startAgain();
  const opened = Date.now();
  onOneCore(ajar);
  const stop = new AbortController();
  const silences = longestSilence(ajar.url, stop.signal);
  const { times, bytes } = await there;
  // What their coming makes of work for the server is not over with their corridor.
  await wait(3_000);
  stop.abort();
  const after = times.map((at) => Math.max(0, at - opened));
  return [
    {
      what: `  the server killed and started again: until all ${watching} have the corridor again`,
      value: `${ms(Math.max(...after))}, half of them ${ms(median(after))}; ${kB(median(bytes))} each`,
    },
    { what: '  the longest the server answered nobody meanwhile', value: ms(await silences) },
  ];
}

/** How long a question whose answer costs nothing was answered at the latest, asked again and again. */
async function longestSilence(url: string, signal: AbortSignal): Promise<number> {
  let longest = 0;
  while (!signal.aborted) {
    const began = performance.now();
    await (await fetch(`${url}/healthz`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - began);
    await wait(20);
  }
  return longest;
}
