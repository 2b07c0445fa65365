import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { newFolder, removeFolder, root } from './folder.ts';
import { childrenOf } from './processes.ts';
import { Program } from './program.ts';
import { freePort } from './relay.ts';

export interface AjarOptions {
  /** Where it keeps everything. */
  dataDir: string;
  env?: Readonly<Record<string, string>>;
  args?: readonly string[];
  /** The command in front of it, such as one that puts it into a network namespace. Default: none. */
  within?: readonly string[];
}

export const serverProgram = path.join(root, 'server', 'dist', 'main.js');

/** Settings of every server under test: the worker it needs, and all of its log. */
export function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '',
    AJAR_MEDIA_WORKERS: '1',
    AJAR_LOG_LEVEL: 'info',
    ...env,
  };
}

/** A server under test: the built program, as a process of its own. */
export class Ajar {
  /** Where people come in. */
  url = '';
  readonly port: number;
  readonly #options: AjarOptions;
  #program: Program;
  #said = '';

  private constructor(options: AjarOptions, port: number) {
    this.port = port;
    this.#options = options;
    this.#program = launch(options, port);
  }

  static async start(options: AjarOptions): Promise<Ajar> {
    const ajar = new Ajar(options, await freePort());
    await ajar.#opened();
    return ajar;
  }

  get program(): Program {
    return this.#program;
  }

  get dataDir(): string {
    return this.#options.dataDir;
  }

  /** Everything every run of it said. */
  get log(): string {
    return this.#said + this.#program.log;
  }

  /** A complaint that a test brings about on purpose. */
  expected: RegExp | undefined;

  /** Lines of the log that tell of something broken on our side. */
  get complaints(): string[] {
    const lines = this.log.split('\n').filter((line) => /"level":(50|60)\b/.test(line));
    return lines.filter((line) => !this.expected?.test(line));
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#program.kill('SIGKILL');
    await this.#program.ended;
  }

  /** Starts it again where it was: same data, same address. */
  async startAgain(): Promise<void> {
    this.#said += `${this.#program.log}\n--- started again\n`;
    this.#program = launch(this.#options, this.port);
    await this.#opened();
  }

  async close(): Promise<void> {
    await this.#program.end();
    killLeftPostgres(this.#options.dataDir);
  }

  async #opened(): Promise<void> {
    const [, url = ''] = await this.#program.said(/Ajar is open at (\S+)/);
    this.url = url;
  }
}

function launch({ dataDir, env = {}, args = [], within = [] }: AjarOptions, port: number): Program {
  const [command = '', ...rest] = [...within, process.execPath, serverProgram, ...args];
  return new Program({
    command,
    args: rest,
    env: environment({ AJAR_DATA_DIR: dataDir, PORT: String(port), ...env }),
  });
}

/** A database outlives a server that was killed; after a test nothing may. */
function killLeftPostgres(dataDir: string): void {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  try {
    if (pid > 1) process.kill(pid, 'SIGQUIT');
  } catch {
    // It had ended already.
  }
}

/** A data folder with the demo programme in it, made once; each test gets a copy. */
export interface Template {
  dataDir: string;
  /** The Postgres program that runs it. */
  postgres: string;
  remove: () => Promise<void>;
}

export async function makeTemplate(): Promise<Template> {
  const folder = newFolder();
  const dataDir = path.join(folder, 'data');
  const ajar = await Ajar.start({ dataDir });
  const database = childrenOf(ajar.program.pid).find(({ command }) => command.includes(dataDir));
  const postgres = readlinkSync(`/proc/${database?.pid}/exe`);
  await ajar.close();
  return { dataDir, postgres, remove: () => removeFolder(folder) };
}
