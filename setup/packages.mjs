// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './hash.mjs';
import { major, ROOT, RUNTIME_NODE } from './machine.mjs';
import { Problem } from './problem.mjs';
import { showing } from './progress.mjs';
import { attempt, run, TIE } from './run.mjs';

/** The fields of a package.json that decide what is installed. */
const DECIDING_FIELDS = [
  'workspaces',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

/**
 * Installs the npm packages as package-lock.json names them, unless exactly these are installed already.
 *
 * `npm install --no-save` rather than `npm ci`: the latter refuses a lock that was made where the registry does not
 * carry every optional package for every other kind of machine.
 *
 * @param {string} [root]
 * @throws {Problem}
 */
export async function installPackages(root = ROOT) {
  const modules = path.join(root, 'node_modules');
  const stamp = path.join(modules, '.ajar-installed');
  const wanted = hashOfWanted(root);
  const finished = readText(stamp);
  if (finished === wanted) return;

  // A developer's own `npm install` counts as well: npm notes what it has installed, and does so last, too.
  const noted = path.join(modules, '.package-lock.json');
  if (!holdsAll(readText(path.join(root, 'package-lock.json')), readText(noted))) {
    await showing('Installing packages (about 1 minute)', async () => {
      // The stamp is there only between one finished installation and the next one's start. After one that was cut off
      // npm would take a half-unpacked package for a whole one, so we begin from nothing.
      if (finished) rmSync(stamp);
      else removeModules(root);
      const { command, before, tied } = npm(root);
      const quietly = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
      await run(command, [...before, 'install', '--no-save', ...quietly], {
        cwd: root,
        env: installEnvironment(root),
        tied,
        failure: 'The npm packages could not be installed (see above).',
        remedy: 'npm install --no-save',
      });
    });
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * @param {string} [root]
 * @returns {Promise<string>} A Node new enough for the server: the running one, else the one from the npm package `node`.
 * @throws {Problem} When there is none.
 */
export async function provideNode(root = ROOT) {
  if (major(process.versions.node) >= RUNTIME_NODE) return process.execPath;
  const ours = path.join(root, 'node_modules', '.bin', 'node');
  const { code, output } = await attempt(ours, ['--version']);
  if (code === 0 && major(output.replace(/^v/, '')) >= RUNTIME_NODE) return ours;
  throw new Problem(`The npm package \`node\` did not bring Node ${RUNTIME_NODE} (its answer: ${output}).`, {
    command: 'rm -rf node_modules',
  });
}

/** @param {string} root */
function removeModules(root) {
  for (const folder of [root, ...workspacesOf(root).map((name) => path.join(root, name))]) {
    rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function workspacesOf(root) {
  return readManifest(root, '.').workspaces;
}

/**
 * @param {string} root
 * @returns {string} A hash of everything that decides what has to be installed.
 */
function hashOfWanted(root) {
  const manifests = ['.', ...workspacesOf(root)].map((name) => readManifest(root, name));
  return hashOf(
    readText(path.join(root, 'package-lock.json')),
    `${process.platform}-${process.arch}`,
    ...manifests.map((each) => JSON.stringify(DECIDING_FIELDS.map((field) => each[field] ?? null))),
  );
}

/**
 * @param {string} root
 * @param {string} workspace
 */
function readManifest(root, workspace) {
  return JSON.parse(readFileSync(path.join(root, workspace, 'package.json'), 'utf8'));
}

/**
 * @param {string} lock package-lock.json.
 * @param {string} noted node_modules/.package-lock.json, npm's own note of what it installed; empty if there is none.
 * @returns {boolean} Whether every package of the lock is installed, but for optional ones of other machines.
 */
export function holdsAll(lock, noted) {
  if (!noted) return false;
  const installed = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(lock).packages).every(([place, entry]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    if (entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    return installed[place]?.version === entry.version;
  });
}

/**
 * npm as it was started, since `node_modules/.bin`, where another Node stands first on PATH, may be about to be removed.
 * Run by its script, it can be tied to us, so that it does not go on installing after we are gone.
 *
 * @param {string} root
 * @returns {{ command: string, before: string[], tied: boolean }}
 */
function npm(root) {
  const script = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'];
  const usable = [script, node].every((file) => file && existsSync(file) && !file.startsWith(root));
  if (!usable || !script || !node) return { command: 'npm', before: [], tied: false };
  return { command: node, before: ['--import', TIE, script], tied: true };
}

/**
 * @param {string} root
 * @returns {NodeJS.ProcessEnv} Without what an outer `npm start` put there, and with mediasoup's own install step off.
 */
function installEnvironment(root) {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/i.test(name));
  const searched = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(root));
  // The name is only looked at for being there: the worker is provided by a step of its own (worker.mjs).
  const worker = process.env['MEDIASOUP_WORKER_BIN'] || 'provided-by-ajar';
  return { ...Object.fromEntries(kept), PATH: searched.join(path.delimiter), MEDIASOUP_WORKER_BIN: worker };
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
