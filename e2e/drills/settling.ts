import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { claim } from '../src/accounts.ts';
import type { Ajar, AjarOptions } from '../src/ajar.ts';
import { expectCorridor, press } from '../src/call.ts';
import { Authority } from '../src/certificates.ts';
import { type House, houses, type Network, type Pass } from '../src/network.ts';
import { rememberConnections } from '../src/probe.ts';
import type { Program, ProgramOptions } from '../src/program.ts';
import { expect } from '../src/test.ts';

export const mediaPort = 40_000;
const secret = 'a secret that coturn and Ajar share';
export const page: Pass = { from: 'office', to: 'hall', protocol: 'tcp', port: 443 };
export const mediaUdp: Pass = { from: 'office', to: 'hall', protocol: 'udp', port: mediaPort };
export const mediaTcp: Pass = { from: 'office', to: 'hall', protocol: 'tcp', port: mediaPort };
export const turnTls: Pass = { from: 'office', to: 'relay', protocol: 'tcp', port: 443 };
export const turnToMedia: Pass = { from: 'relay', to: 'hall', protocol: 'udp', port: mediaPort };

/** Ajar behind https in the hall, and coturn at its relay: certificates of both by an authority that the office trusts. */
export async function settle(parts: {
  network: Network;
  folder: string;
  run: (options: ProgramOptions) => Program;
  start: (options: Partial<AjarOptions>) => Promise<Ajar>;
}): Promise<{ home: string; ajar: Ajar }> {
  const { network, folder, run, start } = parts;
  const home = path.join(folder, 'home');
  mkdirSync(home);
  const authority = new Authority(folder);
  authority.trustedAt(home);
  const turn = authority.certify(houses.relay);
  const inside = (house: 'hall' | 'relay', command: string, ...args: string[]): Program => {
    const [first, ...rest] = [...network.within(house), command, ...args] as [string, ...string[]];
    return run({ command: first, args: rest });
  };
  const coturn = inside(
    'relay',
    'turnserver',
    ...['-n', '--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=ajar', '--no-cli', '--log-file=stdout'],
    ...[`--listening-ip=${houses.relay}`, `--relay-ip=${houses.relay}`, '--tls-listening-port=443'],
    ...[`--cert=${turn.certificate}`, `--pkey=${turn.key}`, `--pidfile=${path.join(folder, 'coturn.pid')}`],
    // As in docker/compose.yaml: to the media node and to nothing else.
    ...['--denied-peer-ip=0.0.0.0-255.255.255.255', `--allowed-peer-ip=${houses.hall}`],
  );
  const ajar = await start({
    // The demo is for one machine, and this is a house of its own.
    dataDir: path.join(folder, 'data'),
    args: ['--empty'],
    within: network.within('hall'),
    env: {
      AJAR_PUBLIC_URL: `https://${houses.hall}`,
      AJAR_MEDIA_LISTEN: houses.hall,
      AJAR_MEDIA_PORT: String(mediaPort),
      AJAR_TURN_URLS: `turns:${houses.relay}:443?transport=tcp`,
      AJAR_TURN_SECRET: secret,
    },
  });
  const web = authority.certify(houses.hall);
  const proxy = inside(
    'hall',
    process.execPath,
    path.join(import.meta.dirname, 'tls.ts'),
    ...[web.key, web.certificate, String(ajar.port)],
  );
  await Promise.all([proxy.said(/ready/), coturn.said(/Total General servers/)]);
  return { home, ajar };
}

/** By the link in a mail, which only the hall itself can read. */
async function signInByMail(window: Page, network: Network, ajar: Ajar, email: string): Promise<void> {
  await window.getByLabel('Your email address').fill(email);
  await press(window, 'Send me a link').click();
  const [first, ...rest] = network.within('hall');
  const read = `fetch('http://127.0.0.1:${ajar.port}/dev/outbox').then((page) => page.text()).then(console.log)`;
  const linkIn = () => {
    const letters = execFileSync(first, [...rest, process.execPath, '-e', read], { encoding: 'utf8' }).split(
      '<article',
    );
    const letter = letters.find((each) => each.includes(email));
    return /href="(https:[^"]*\/sign-in\/link[^"]*)"/.exec(letter ?? '')?.[1]?.replaceAll('&amp;', '&');
  };
  await expect.poll(linkIn).toBeDefined();
  await window.goto(linkIn() ?? '');
  await expectCorridor(window);
}

/** Lets somebody into the programme, by its owner. */
async function addPerson(owner: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await press(owner, 'Grace Hopper').click();
  await owner.getByRole('link', { name: 'People' }).click();
  await owner.getByLabel('Name').fill(name);
  await owner.getByLabel('Email address').fill(email);
  await press(owner, 'Add to the programme').click();
  await expect(owner.getByRole('heading', { name })).toBeVisible();
  await owner.goto(`https://${houses.hall}/`);
  await expectCorridor(owner);
}

/** A browser in this house: the network it knows is the house's. */
export function browserIn(house: House, { network, folder, home, program }: Inside): Promise<Browser> {
  const launcher = path.join(folder, `chromium-in-the-${house}`);
  writeFileSync(launcher, `#!/bin/sh\nexec ${network.within(house).join(' ')} ${program} "$@"\n`);
  chmodSync(launcher, 0o755);
  const env = { ...process.env, HOME: home } as Record<string, string>;
  return chromium.launch({
    executablePath: launcher,
    env,
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=fps=15',
      '--no-first-run',
    ],
  });
}

interface Inside {
  network: Network;
  folder: string;
  /** Where the authority that the house trusts is kept. */
  home: string;
  program: string;
}

async function openIn(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['microphone', 'camera'] });
  await context.addInitScript(rememberConnections);
  const window = await context.newPage();
  await window.goto(address);
  return window;
}

/** Grace, whose programme it is, and Ada, whom she lets into it. */
export async function openForTwo(
  { network, ajar }: { network: Network; ajar: Ajar },
  [hers, adas]: readonly [Browser, Browser],
): Promise<[grace: Page, ada: Page]> {
  const [, link = ''] = await ajar.program.said(/once: (\S+)/);
  const grace = await openIn(hers, link);
  await claim(grace, { name: 'Grace Hopper', email: 'grace@example.org' });
  await addPerson(grace, { name: 'Ada Lovelace', email: 'ada@example.org' });
  const ada = await openIn(adas, `https://${houses.hall}/sign-in`);
  await signInByMail(ada, network, ajar, 'ada@example.org');
  return [grace, ada];
}
