// @ts-check
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Problem } from './problem.mjs';

/** The repository's root. */
export const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');

/** The oldest Node the set-up itself runs on. */
const OLDEST_NODE = 20;

/** The Node the server, the tests and the build run on; the npm package `node` brings it where it is missing. */
export const RUNTIME_NODE = 24;

/**
 * @param {string} version For example `20.11.1`.
 * @returns {number} The major version.
 */
export function major(version) {
  return Number.parseInt(version, 10);
}

/**
 * @param {string} [version] The running Node's version.
 * @throws {Problem} When it is too old to go on.
 */
export function requireNode(version = process.versions.node) {
  if (major(version) >= OLDEST_NODE) return;
  throw new Problem(
    `Ajar's set-up needs Node ${OLDEST_NODE} or newer, and this is Node ${version}. It brings Node ${RUNTIME_NODE} itself.`,
    { command: 'npx --yes --package=node@24 -- npm start' },
  );
}

/**
 * @param {NodeJS.Platform} [platform]
 * @throws {Problem} On a system Ajar does not run on.
 */
export function requireSystem(platform = process.platform) {
  if (platform === 'linux' || platform === 'darwin') return;
  throw new Problem(`Ajar runs on Linux and macOS, and this is ${platform}.`, {
    ...(platform === 'win32' ? { command: 'wsl --install -d Debian' } : {}),
  });
}

/**
 * @param {string} [osRelease] The text of os-release(5). Default: this machine's, or nothing where there is none.
 * @returns {boolean} Whether this is Debian, Ubuntu or one of their children, with apt-get.
 */
export function isDebian(osRelease = readIfThere('/etc/os-release')) {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').replaceAll(/["']/g, '').split(' '),
  );
  return ids.includes('debian') || ids.includes('ubuntu');
}

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} Our folder in the user's cache (XDG Base Directory Specification).
 */
export function cacheFolder(env = process.env) {
  const base = env['XDG_CACHE_HOME'];
  // The specification says that a relative path is to be ignored.
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'ajar');
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
