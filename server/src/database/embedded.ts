import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { AjarError } from '@ajar/shared';
import { Client, type ClientConfig } from 'pg';
import type { Log } from '../log/index.ts';
import {
  type Cluster,
  ensureCluster,
  lastWords,
  pollInterval,
  removeUnfinished,
  spawnServer,
  stopServer,
} from './cluster.ts';
import { chooseUser, layoutOf, prepareFolder } from './folder.ts';
import { findPrograms } from './programs.ts';

export type EmbeddedOptions = {
  dataDir: string;
  log: Log;
  /** Whether every commit reaches the disk before it is acknowledged. Tests may do without. Default: true. */
  durable?: boolean;
  /** Told when another server took the folder while ours had lost its database. Default: only logged. */
  onLost?: (error: AjarError) => void;
};

/** Any number will do, so long as every Ajar uses the same one. */
const claimKey = 0x616a6172;
const patienceWithPostgres = 60_000;
/** How long the claim of a server that was just killed may linger before Postgres notices, in ms. */
const patienceWithTheDead = 500;
const mostFailedStarts = 20;

/**
 * The Postgres inside Ajar: made when missing, adopted when it outlived its server, started otherwise.
 * While open it holds an advisory lock on a connection of its own: that lock is the claim on the data folder,
 * and it ends with the process however the process ends. A Postgres that dies is started again.
 */
export class EmbeddedPostgres {
  readonly #cluster: Cluster;
  readonly #log: Log;
  readonly #onLost: (error: AjarError) => void;
  #server: ChildProcess | undefined;
  #claim: Client | undefined;
  #recovering: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  private constructor(cluster: Cluster, { log, onLost }: EmbeddedOptions) {
    this.#cluster = cluster;
    this.#log = log;
    this.#onLost = onLost ?? (() => undefined);
  }

  /** @throws AjarError `data-folder`, `already-running`, `database-start`: one clear line each. */
  static async open(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const layout = layoutOf(options.dataDir);
    const runAs = await chooseUser(layout.cluster);
    await prepareFolder(layout, runAs);
    const programs = await findPrograms(options.dataDir, runAs);
    const cluster: Cluster = { layout, programs, runAs, durable: options.durable ?? true };
    await ensureCluster(cluster);
    const embedded = new EmbeddedPostgres(cluster, options);
    await embedded.#take();
    await removeUnfinished(layout);
    return embedded;
  }

  /** How to connect to one of its databases. */
  connection(database: string): ClientConfig {
    // Every field is given, so that PG* variables of the environment have no say.
    const host = this.#cluster.layout.cluster;
    return { host, port: 5432, user: 'postgres', password: '', database, ssl: false, application_name: 'ajar' };
  }

  /** Makes a database unless it is there. */
  async ensureDatabase(name: string): Promise<void> {
    const claim = this.#claim;
    if (!claim) throw closedError();
    const found = await claim.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await claim.query(`create database ${claim.escapeIdentifier(name)}`);
  }

  /** Stops Postgres and waits for it. Connections to it are told 57P01 and need an 'error' listener. */
  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  async #stop(): Promise<void> {
    await this.#recovering;
    // Stopped under the claim: nobody can take the folder between our letting go and its end.
    await stopServer(this.#cluster, this.#server);
    await this.#claim?.end().catch(() => undefined);
    this.#claim = undefined;
  }

  /** Reaches the server, starting it if need be, and takes the claim on it. */
  async #take(): Promise<void> {
    const client = await this.#reach();
    client.on('error', () => undefined);
    const deadline = Date.now() + patienceWithTheDead;
    while (!(await isClaimed(client))) {
      if (Date.now() > deadline) {
        await client.end();
        const message = `Another Ajar is already running on ${this.#cluster.layout.dataDir}.`;
        throw new AjarError('set-up', 'already-running', message);
      }
      await wait(pollInterval);
    }
    client.on('end', () => this.#recover());
    this.#claim = client;
  }

  async #reach(): Promise<Client> {
    const deadline = Date.now() + patienceWithPostgres;
    let failedStarts = 0;
    let starting: ChildProcess | undefined;
    while (Date.now() < deadline && failedStarts < mostFailedStarts) {
      if (this.#closing) throw closedError();
      const answer = await this.#knock();
      if (answer instanceof Client) return answer;
      const gone = starting === undefined || starting.exitCode !== null || starting.pid === undefined;
      if (answer === 'absent' && gone) {
        if (starting) {
          // Most often another Ajar's Postgres holds the folder and will answer soon.
          failedStarts += 1;
          await wait(100);
        }
        starting = await spawnServer(this.#cluster);
        this.#server = starting;
      }
      await wait(pollInterval);
    }
    const { logFile } = this.#cluster.layout;
    const message = `The database did not start: ${await lastWords(this.#cluster)} (more in ${logFile})`;
    throw new AjarError('set-up', 'database-start', message);
  }

  /** Tries once to connect. `busy`: it is starting up or shutting down. */
  async #knock(): Promise<Client | 'absent' | 'busy'> {
    const client = new Client(this.connection('postgres'));
    // Between the refusal and the end of its socket a client may emit a second error.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent';
      if (code === '57P03' || code === '57P01' || code === 'ECONNRESET' || code === undefined) return 'busy';
      throw new AjarError('set-up', 'database-start', `The database refused us: ${String(error)}`, { cause: error });
    }
  }

  /** Our claim's connection broke: Postgres restarted itself or died. Bring it back and claim it again. */
  #recover(): void {
    if (this.#closing) return;
    this.#log.warn('The database went away; bringing it back');
    this.#recovering = this.#take().then(
      () => this.#log.info('The database is back'),
      (error: unknown) => this.#lose(error),
    );
  }

  #lose(error: unknown): void {
    this.#claim = undefined;
    if (this.#closing) return;
    this.#log.fatal({ err: error }, 'The database is lost');
    this.#onLost(error instanceof AjarError ? error : new AjarError('internal', 'database-lost', String(error)));
  }
}

function closedError(): AjarError {
  return new AjarError('unavailable', 'database-closed', 'The database is closed.');
}

async function isClaimed(client: Client): Promise<boolean> {
  const answer = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [claimKey]);
  return answer.rows[0]?.mine === true;
}
