import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import { createAfter } from '../after/index.ts';
import { type ApiPart, mountApi, requestIds, securityHeaders } from '../api/index.ts';
import { type coffeeRoutes, coffeeStaffRoutes, type PairingPool } from '../coffee/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { lineHandlers, staffedDoorHandlers } from '../doors/index.ts';
import { figureRoutes } from '../figures/index.ts';
import type { Follows } from '../follows/index.ts';
import type { deskHoursHandlers, hoursHandlers } from '../hours/index.ts';
import { languageHandlers } from '../languages/index.ts';
import { createLog } from '../log/index.ts';
import { createMailer } from '../mail/index.ts';
import { createPeople } from '../people/index.ts';
import { createPrograms } from '../programs/index.ts';
import type { roundHandlers } from '../rounds/index.ts';
import { UnderWay } from '../under-way/index.ts';
import { type Accounts, type AccountsOptions, createAccounts } from './index.ts';

export type TestHouse = {
  url: string;
  database: TestDatabase;
  accounts: Accounts;
  /** What reached the outside: every change that the hub would be told. */
  told: { profiles: string[]; blocks: string[]; signedOut: string[]; after: string[] };
  /** Every line that was logged, parsed. */
  logged: { level: number; msg: string; code?: string; err?: { message: string; cause?: unknown } }[];
  /** A new browser: its own cookies. */
  browser(): Browser;
};

export type HouseOptions = {
  /** Default: the demo allowed, no mail server, no single sign-on. */
  settings?: Partial<AccountsOptions['settings']>;
  /** Default: the address it listens on. */
  publicUrl?: string;
  /** Whether a programme is there. Default: true. */
  prepared?: boolean;
  /** A database to use, closed by its owner. Default: a new one. */
  database?: TestDatabase;
  /** What draws again. Default: nothing does. */
  pool?: Pick<PairingPool, 'pair'>;
};

const noPool: Pick<PairingPool, 'pair'> = {
  pair: async () => {
    throw new Error('Nothing pairs people here.');
  },
};

/** Accounts, people, programmes and the API on a real database and a real port; all gone when the test ends. */
export async function openHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const logged: TestHouse['logged'] = [];
  const log = createLog({
    readable: false,
    level: 'info',
    to: { write: (line) => void logged.push(JSON.parse(line)) },
  });
  const database = options.database ?? (await createTestDatabase());
  const app = express();
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const publicUrl = options.publicUrl ?? url;
  const told: TestHouse['told'] = { profiles: [], blocks: [], signedOut: [], after: [] };
  const { db } = database;
  const settings = {
    demoAllowed: true,
    smtpUrl: undefined,
    mailFrom: 'Ajar <ajar@localhost>',
    oidc: undefined,
    ...options.settings,
  };
  const mailer = createMailer(db, settings);
  const accounts = await createAccounts({
    db,
    settings,
    publicUrl,
    mailer,
    log,
    onSignedOut: (userId) => told.signedOut.push(userId),
  });
  onTestFinished(async () => {
    await mailer.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    if (!options.database) await database.close();
  });
  if (options.prepared !== false) await accounts.prepare();
  const people = createPeople({
    db,
    onProfileChanged: (memberId) => told.profiles.push(memberId),
    onBlocksChanged: (...pair) => told.blocks.push(pair.join(' ')),
  });
  app.use(requestIds(), securityHeaders({ publicUrl }), accounts.router);
  mountApi(app, {
    handlers: {
      ...accounts.handlers,
      ...people.handlers,
      ...({} as ReturnType<typeof staffedDoorHandlers>),
      ...({} as ReturnType<typeof lineHandlers>),
      ...createPrograms({ db }).handlers,
      // Of these only who may ask is tried here.
      ...({} as ApiPart<'pushKey' | 'subscribe' | 'unsubscribe'>),
      ...({} as Follows['handlers']),
      ...({} as ApiPart<'standBy' | 'leaveEncounter'>),
      ...({} as ReturnType<typeof coffeeRoutes>),
      ...({} as ApiPart<'checkConnection'>),
      ...coffeeStaffRoutes(db, options.pool ?? noPool),
      ...figureRoutes(db),
      ...languageHandlers(db),
      ...createAfter({ db, log, onChanged: (people) => told.after.push(...people) }).handlers,
      ...({} as ReturnType<typeof roundHandlers>),
      ...({} as ReturnType<typeof hoursHandlers>),
      ...({} as ReturnType<typeof deskHoursHandlers>),
      enter: () => {
        throw new Error('The media node is on fire, and its token is a secret');
      },
      encounters: () => ({ encounters: 'not a list' as never }),
    },
    viewer: accounts.viewer,
    underWay: new UnderWay(),
    publicUrl,
    log,
  });
  return { url, database, accounts, told, logged, browser: () => new Browser(url) };
}

export type Sent = { method?: string; json?: unknown; form?: Record<string, string>; headers?: Record<string, string> };

/** As much of a browser as signing in takes: cookies, `Origin` on writes, and redirects one at a time. */
export class Browser {
  readonly #home: string;
  readonly #jars = new Map<string, Map<string, string>>();

  constructor(home: string) {
    this.#home = home;
  }

  /** The session cookie as it would be sent, or undefined. */
  cookies(origin = this.#home): string | undefined {
    const jar = this.#jars.get(new URL(origin).hostname + new URL(origin).port);
    return jar && jar.size > 0 ? [...jar].map(([name, value]) => `${name}=${value}`).join('; ') : undefined;
  }

  async go(path: string, { method, json, form, headers = {} }: Sent = {}): Promise<Response> {
    const url = new URL(path, this.#home);
    const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    const cookie = this.cookies(url.origin);
    const response = await fetch(url, {
      method: verb,
      redirect: 'manual',
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(verb === 'GET' ? {} : { origin: url.origin }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    this.#keep(url, response.headers.getSetCookie());
    return response;
  }

  /** The JSON at an address. */
  async read<T>(path: string, sent?: Sent): Promise<T> {
    return (await (await this.go(path, sent)).json()) as T;
  }

  /** Goes on until there is a page. */
  async follow(response: Response, from = this.#home): Promise<{ response: Response; url: string }> {
    let at = from;
    let last = response;
    for (let hops = 0; hops < 20; hops++) {
      const location = last.headers.get('location');
      if (location === null || last.status < 300 || last.status >= 400) return { response: last, url: at };
      at = new URL(location, at).href;
      last = await this.go(at);
    }
    throw new Error(`There is no end to the redirects from ${from}`);
  }

  #keep(url: URL, lines: readonly string[]): void {
    const key = url.hostname + url.port;
    const jar = this.#jars.get(key) ?? new Map<string, string>();
    this.#jars.set(key, jar);
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || pair.slice(at + 1) === '';
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(at + 1));
    }
  }
}
