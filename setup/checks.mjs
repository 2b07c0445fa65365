// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, buildEnvironment } from './build.mjs';
import { installDebianPackages } from './debian.mjs';
import { ROOT } from './machine.mjs';
import { explain } from './problem.mjs';
import { failure, judge, readPlaywrightReport, readVitestReport, SUCCESS } from './reports.mjs';
import { attempt } from './run.mjs';

/** What the tests start besides our own programs, and the Debian package each is in. */
const TEST_PROGRAMS = {
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
  // A screen and a sound card for Firefox.
  Xvfb: 'xvfb',
  pulseaudio: 'pulseaudio',
  'redis-server': 'redis-server',
};

/** What the tests compare our matchings with, and the Debian package it is in. */
const ORACLE = { import: 'import networkx', package: 'python3-networkx' };

/** Time a plain check may take, in ms. */
const PLAIN_LIMIT = 5 * 60_000;

/** Time a test runner may take, in ms. */
const RUNNER_LIMIT = 60 * 60_000;

/**
 * @typedef {import('./reports.mjs').Outcome} Outcome
 *
 * @typedef {object} Context
 * @property {string} node The Node to run everything with.
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} built Whether the build succeeded.
 *
 * @typedef {object} Check
 * @property {string} name What `--only` calls it.
 * @property {string} title
 * @property {boolean} [alone] Has the machine to itself and prints as it goes. Default: runs beside other checks, and
 *   prints only when it fails.
 * @property {(context: Context) => Promise<Outcome>} run
 */

/** @type {Check[]} */
export const CHECKS = [
  { name: 'build', title: 'build', alone: true, run: checkBuild },
  plain(
    'lint',
    'format and lint',
    ['@biomejs', 'biome', 'bin', 'biome'],
    ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  ),
  plain('unused', 'dead code', ['knip', 'bin', 'knip.js'], ['--no-progress']),
  { name: 'imports', title: 'import directions', run: (context) => pass(context, [path.join('setup', 'imports.mjs')]) },
  ...['shared', 'shared/tsconfig.test.json', 'media', 'server', 'client', 'e2e', 'setup'].map((name) =>
    plain('types', `types of ${name}`, ['typescript', 'bin', 'tsc'], ['--noEmit', '-p', name]),
  ),
  script('migrations', 'migrations are current', 'server', 'migrations:check'),
  script('docker', 'docker files', 'docker', 'lint'),
  { name: 'unit', title: 'unit and integration', alone: true, run: checkUnits },
  { name: 'e2e', title: 'end to end', alone: true, run: checkEndToEnd },
];

/**
 * @param {string[]} only The names to keep; empty for all.
 * @returns {Check[]}
 */
export function chosen(only) {
  // The end-to-end tests drive what is built.
  const names = new Set(only.includes('e2e') ? ['build', ...only] : only);
  return names.size === 0 ? CHECKS : CHECKS.filter((check) => names.has(check.name));
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string[]} tool Where the tool's script is below node_modules.
 * @param {string[]} args
 * @returns {Check}
 */
function plain(name, title, tool, args) {
  return { name, title, run: (context) => pass(context, [path.join('node_modules', ...tool), ...args]) };
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} folder Of the package.
 * @param {string} scriptName In its package.json.
 * @returns {Check}
 */
function script(name, title, folder, scriptName) {
  return {
    name,
    title,
    run: (context) => passProgram(context, 'npm', ['--prefix', folder, 'run', '--silent', scriptName]),
  };
}

/**
 * @param {Context} context
 * @param {string[]} args For Node, from the root.
 * @returns {Promise<Outcome>} One passed or one failed, by the exit code.
 */
function pass(context, args) {
  return passProgram(context, context.node, args);
}

/**
 * @param {Context} context
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function passProgram({ env }, program, args) {
  const { code, output, timedOut } = await attempt(program, args, { cwd: ROOT, env, limit: PLAIN_LIMIT });
  if (code === 0) return SUCCESS;
  console.log(output);
  return failure(timedOut ? 'took too long and was ended' : `ended with code ${code}, see above`);
}

/**
 * @param {Context} context
 * @returns {Promise<Outcome>}
 */
async function checkBuild(context) {
  try {
    await build(['@ajar/media', '@ajar/server', '@ajar/client'], context.node);
    context.built = true;
    return SUCCESS;
  } catch (error) {
    console.log(explain(error));
    return failure('see above');
  }
}

/**
 * @param {Context} context
 * @returns {Promise<Outcome>}
 */
async function checkUnits({ node, env }) {
  await provideTestPrograms();
  const report = reportFile('unit');
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // As with the end-to-end tests: once more on CI, and named.
  if (env['CI'] !== undefined) args.push('--retry=1');
  const { code, timedOut } = await attempt(node, args, { cwd: ROOT, env, limit: RUNNER_LIMIT, echo: true });
  return timedOut ? failure('took too long and was ended') : judge(code, readReport(report), readVitestReport);
}

/**
 * @param {Context} context
 * @returns {Promise<Outcome>}
 */
async function checkEndToEnd({ node, env, built }) {
  if (!built) return failure('was not run, since the build failed');
  await provideTestPrograms();
  const report = reportFile('e2e');
  const { code, timedOut } = await attempt(
    node,
    [path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
    {
      cwd: path.join(ROOT, 'e2e'),
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      limit: RUNNER_LIMIT,
      echo: true,
    },
  );
  return timedOut ? failure('took too long and was ended') : judge(code, readReport(report), readPlaywrightReport);
}

/** Installs what the tests start and this machine does not have. */
export async function provideTestPrograms() {
  const missing = Object.entries(TEST_PROGRAMS).filter(([program]) => !isOnPath(program));
  const needed = missing.map(([program]) => program);
  const packages = missing.map(([, name]) => name);
  if (!(await hasOracle())) {
    needed.push('python3 with networkx');
    packages.push(ORACLE.package);
  }
  await installDebianPackages(packages, {
    purpose: 'for the tests',
    elsewhere: `The tests need these programs on PATH: ${needed.join(', ')}.`,
  });
}

/** The system's own Python has Debian's packages; the one on PATH may be another. */
async function hasOracle() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { code } = await attempt(python, ['-c', ORACLE.import]);
    if (code === 0) return true;
  }
  return false;
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

/**
 * @param {string} name
 * @returns {string} Where a runner is to write its report. What an earlier run wrote there is gone.
 */
function reportFile(name) {
  const folder = path.join(ROOT, 'node_modules', '.cache', 'ajar', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string} worker The media worker's binary.
 * @returns {NodeJS.ProcessEnv} For every check.
 */
export function checkEnvironment(worker) {
  return { ...buildEnvironment(), MEDIASOUP_WORKER_BIN: worker };
}
