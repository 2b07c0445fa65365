// @ts-check
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { hashOfFolder } from './hash.mjs';
import { cacheFolder, ROOT } from './machine.mjs';
import { Problem } from './problem.mjs';
import { showing } from './progress.mjs';
import { attempt, run } from './run.mjs';

/** What building the worker takes on Debian. */
const DEBIAN_PACKAGES = [
  'cmake',
  'ninja-build',
  'pkg-config',
  'g++',
  'libuv1-dev',
  'libssl-dev',
  'libsrtp2-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
  'libabsl-dev',
];

/** How long GitHub may take to say that it has a prebuilt worker, in ms. */
const PREBUILT_ANSWER_LIMIT = 5_000;

/** Memory one C++ compiler may need, in bytes: fewer run side by side on a machine with many cores and little memory. */
const MEMORY_PER_COMPILER = 1.5 * 1024 ** 3;

/** What the worker exits with when it is not started by mediasoup (worker/src/main.cpp). It proves that it loads. */
const NOT_MY_FATHER = 41;

const PROJECT = path.join(ROOT, 'media', 'worker');

/**
 * @typedef {object} Mediasoup
 * @property {string} folder Where the npm package is.
 * @property {string} version
 * @property {string} releases Where its prebuilt workers are.
 */

/**
 * Finds a media worker that runs on this machine: the one named by MEDIASOUP_WORKER_BIN, else a cached one, else
 * mediasoup's prebuilt one where GitHub answers, else one built here.
 *
 * @param {string} node The Node to run mediasoup's own scripts with.
 * @returns {Promise<string>} The binary's path.
 * @throws {Problem} When there is none to be had.
 */
export async function provideWorker(node) {
  const found = findWorker();
  if (found) return found;

  const mediasoup = readMediasoup();
  const places = cachedWorkers(mediasoup.version);
  if (await prebuiltIsThere(mediasoup)) {
    const fetched = await fetchPrebuilt(mediasoup, node, places.prebuilt);
    if (fetched) return fetched;
  }
  await installDebianPackages(DEBIAN_PACKAGES, {
    purpose: 'to build the media worker',
    elsewhere:
      `GitHub, where mediasoup's ready-made worker is, does not answer from here. Fetch\n${prebuiltUrl(mediasoup)}\n` +
      'on a machine that reaches it, unpack it, and name the file: MEDIASOUP_WORKER_BIN=/path/to/mediasoup-worker npm start',
  });
  await build(mediasoup, places.built);
  return places.built;
}

/**
 * @returns {string | undefined} The worker that needs no work to be had: the one named by MEDIASOUP_WORKER_BIN, else a
 *   cached one.
 * @throws {Problem} When the named one does not run.
 */
export function findWorker() {
  const named = process.env['MEDIASOUP_WORKER_BIN'];
  if (named) return requireNamed(named);
  const places = cachedWorkers(readMediasoup().version);
  return [places.prebuilt, places.built].find(runs);
}

/**
 * @param {string} file
 * @returns {string}
 */
function requireNamed(file) {
  const whole = path.resolve(file);
  if (!existsSync(whole)) throw new Problem(`MEDIASOUP_WORKER_BIN names a file that does not exist: ${file}`);
  if (!runs(whole)) throw new Problem(`MEDIASOUP_WORKER_BIN names a file that does not run here: ${file}`);
  return whole;
}

/** @returns {Mediasoup} */
function readMediasoup() {
  const folder = path.join(ROOT, 'node_modules', 'mediasoup');
  const { version, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const releases =
    process.env['MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL'] ??
    `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  return { folder, version, releases };
}

/**
 * @param {string} version mediasoup's.
 * @param {{ cache?: string, project?: string, platform?: string, arch?: string }} [machine]
 * @returns {{ prebuilt: string, built: string }} Where the two kinds of worker are kept. What we build depends on our
 *   CMake project too.
 */
export function cachedWorkers(
  version,
  { cache = cacheFolder(), project = PROJECT, platform = process.platform, arch = process.arch } = {},
) {
  const name = `mediasoup-worker-${version}-${platform}-${arch}`;
  return {
    prebuilt: path.join(cache, `${name}-prebuilt`, 'mediasoup-worker'),
    built: path.join(cache, `${name}-${hashOfFolder(project).slice(0, 12)}`, 'mediasoup-worker'),
  };
}

/**
 * @param {string} file
 * @returns {boolean} Whether it is a worker whose libraries are all here, which an upgrade of the system can change.
 */
function runs(file) {
  return (
    existsSync(file) && spawnSync(file, [], { env: {}, stdio: 'ignore', timeout: 10_000 }).status === NOT_MY_FATHER
  );
}

/**
 * @param {Mediasoup} mediasoup
 * @returns {string} Named as mediasoup's npm-scripts.mjs names it.
 */
function prebuiltUrl({ version, releases }) {
  const kernel = process.platform === 'linux' ? `-kernel${Number.parseInt(os.release(), 10)}` : '';
  return `${releases}/${version}/mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`;
}

/**
 * @param {Mediasoup} mediasoup
 * @returns {Promise<boolean>}
 */
async function prebuiltIsThere(mediasoup) {
  try {
    const answer = await fetch(prebuiltUrl(mediasoup), {
      method: 'HEAD',
      signal: AbortSignal.timeout(PREBUILT_ANSWER_LIMIT),
    });
    return answer.ok;
  } catch {
    // No answer is an answer here: the network is closed, and we build.
    return false;
  }
}

/**
 * @param {Mediasoup} mediasoup
 * @param {string} node
 * @param {string} place Where to keep it.
 * @returns {Promise<string | undefined>} Nothing when the download failed or does not run here.
 */
async function fetchPrebuilt({ folder }, node, place) {
  return showing('Downloading the media worker', async () => {
    // Its scripts would go on to build the worker with PyPI's help; without a Python they stop, and we build our way.
    const { MEDIASOUP_WORKER_BIN: _, ...env } = process.env;
    await attempt(node, ['npm-scripts.mjs', 'postinstall'], { cwd: folder, env: { ...env, PYTHON: 'false' } });
    const fetched = path.join(folder, 'worker', 'out', 'Release', 'mediasoup-worker');
    if (!runs(fetched)) return undefined;
    keep(fetched, place);
    return place;
  });
}

/**
 * @param {Mediasoup} mediasoup
 * @param {string} place Where to keep the binary.
 */
async function build({ folder }, place) {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  removeAbandonedBuilds(cache);
  const scratch = mkdtempSync(path.join(cache, `building-${process.pid}-`));
  try {
    await showing('Building the media worker (about 3 minutes)', async (progress) => {
      const failure = 'The media worker could not be built (see above).';
      const source = `-DWORKER_SOURCE=${path.join(folder, 'worker')}`;
      await run('cmake', ['-G', 'Ninja', '-S', PROJECT, '-B', scratch, source], { failure });
      const jobs = compilersAtOnce(os.availableParallelism(), os.totalmem());
      await run('nice', ['ninja', '-C', scratch, '-j', String(jobs)], {
        failure,
        onLine: (line) => {
          const percent = ninjaPercent(line);
          if (percent !== undefined) progress.at(percent);
        },
      });
      const built = path.join(scratch, 'mediasoup-worker');
      if (!runs(built)) throw new Problem('The media worker was built, but does not run on this machine.');
      keep(built, place);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Puts a finished binary in its place in one step, so that nobody ever finds half of one there.
 *
 * @param {string} file
 * @param {string} place
 */
function keep(file, place) {
  mkdirSync(path.dirname(place), { recursive: true });
  const whole = `${place}.${process.pid}`;
  copyFileSync(file, whole);
  renameSync(whole, place);
}

/**
 * Removes what builds that were cut off have left, and leaves builds that are under way alone.
 *
 * @param {string} cache
 */
export function removeAbandonedBuilds(cache) {
  for (const name of readdirSync(cache)) {
    const pid = /^building-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(path.join(cache, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} line For example `[12/300] Building CXX object …`.
 * @returns {number | undefined} How much is done, from 0 to 100, or nothing when the line is not about that.
 */
export function ninjaPercent(line) {
  const match = /^\[(\d+)\/(\d+)\]/.exec(line);
  return match ? (100 * Number(match[1])) / Number(match[2]) : undefined;
}

/**
 * @param {number} cores
 * @param {number} memory In bytes.
 * @returns {number} How many compilers to run side by side.
 */
export function compilersAtOnce(cores, memory) {
  return Math.max(1, Math.min(cores, Math.floor(memory / MEMORY_PER_COMPILER)));
}
