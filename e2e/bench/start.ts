import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajar, environment, serverProgram } from '../src/ajar.ts';
import { newFolder, removeFolder, root } from '../src/folder.ts';
import { Program } from '../src/program.ts';
import { asStarted } from './house.ts';
import { atMost, median, ms, type Row } from './row.ts';

/** Starts measured, after the one that makes the database. */
const starts = 5;

/** From the start of the process to its first page, with the database it has made before; and `npm start` the second time. */
export async function measureStart(): Promise<Row[]> {
  const folder = newFolder();
  const dataDir = path.join(folder, 'data');
  try {
    const first = await Ajar.start({ dataDir, env: asStarted });
    await first.close();
    const alone: number[] = [];
    for (let n = 0; n < starts; n += 1) {
      const env = environment({ ...asStarted, AJAR_DATA_DIR: dataDir });
      alone.push(await timeStart({ command: process.execPath, args: [serverProgram], env }));
    }
    const { HOME = '', PATH = '' } = process.env;
    const env = environment({ HOME, PATH, AJAR_DATA_DIR: dataDir });
    const whole: number[] = [];
    for (let n = 0; n < 3; n += 1) whole.push(await timeStart({ command: 'npm', args: ['start'], env, cwd: root }));
    return [
      row(`process start to first 200, median of ${starts}`, median(alone), 1_500),
      row('npm start the second time, to first 200, median of 3', median(whole), 5_000),
    ];
  } finally {
    await removeFolder(folder);
  }
}

function row(what: string, figure: number, most: number): Row {
  return { what, value: ms(figure), goal: atMost(figure, most, ' ms') };
}

/** In ms. */
async function timeStart(options: ConstructorParameters<typeof Program>[0]): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const program = new Program({ ...options, env: { ...options.env, PORT: String(port) } });
  try {
    const ended = program.ended.then((how) => {
      throw new Error(`It ended (${how}) before it answered:\n${program.log}`);
    });
    await Promise.race([ended, answered(port)]);
    return performance.now() - began;
  } finally {
    await program.end();
  }
}

async function answered(port: number): Promise<void> {
  while ((await statusOf(port)) !== 200) await wait(5);
}

function statusOf(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', agent: false, headers: { accept: 'text/html' } });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', () => resolve(undefined));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
