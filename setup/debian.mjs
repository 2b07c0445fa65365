// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isDebian, isRoot } from './machine.mjs';
import { Problem } from './problem.mjs';
import { showing } from './progress.mjs';
import { attempt, run } from './run.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
const POLICY_MARK = '# Put here by Ajar while it installs packages, so that none of them starts a service.';

/**
 * Installs those of the Debian packages that are missing, and starts no service that comes with them.
 *
 * @param {string[]} packages
 * @param {{ purpose: string, elsewhere: string }} words `purpose`: what they are for, as in `to build the media worker`.
 *   `elsewhere`: what to do on a system that is not Debian.
 * @throws {Problem} When some are missing and we may not install them, or installing fails.
 */
export async function installDebianPackages(packages, { purpose, elsewhere }) {
  if (packages.length === 0) return;
  if (!isDebian()) throw new Problem(`This system is neither Debian nor Ubuntu. ${elsewhere}`);
  const missing = await missingDebianPackages(packages);
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot()) {
    throw new Problem(`Some Debian packages are needed ${purpose}, and only root can install them.`, {
      command: `sudo apt-get update && sudo ${install}`,
    });
  }
  await showing(`Installing Debian packages ${purpose}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    const failure = `The Debian packages needed ${purpose} could not be installed (see above).`;
    const remedy = `apt-get update && ${install}`;
    await withoutStartingServices(async () => {
      // An installation that was cut off leaves packages half configured, and apt-get refuses to go on until this ran.
      await run('dpkg', ['--configure', '-a'], { env, failure, remedy: 'dpkg --configure -a' });
      await run('apt-get', [...wait, 'update'], { env, failure, remedy });
      await run('apt-get', [...wait, ...install.split(' ').slice(1)], { env, failure, remedy });
    });
  });
}

/**
 * @param {string[]} packages
 * @returns {Promise<string[]>} Those not installed.
 */
async function missingDebianPackages(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these placeholders are dpkg-query's own.
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await attempt('dpkg-query', ['-W', '-f', format, ...packages]);
  return missingFrom(packages, output);
}

/**
 * @param {string[]} packages
 * @param {string} listing Lines of `name status`, as dpkg-query prints them, and its complaints.
 * @returns {string[]} The packages that the listing does not call installed.
 */
export function missingFrom(packages, listing) {
  const installed = new Set(
    listing
      .split('\n')
      .map((line) => line.trim().split(' '))
      .filter((words) => words.length === 2 && words[1] === 'installed')
      .map((words) => words[0]),
  );
  return packages.filter((name) => !installed.has(name));
}

/**
 * Debian starts a service as soon as its package is installed, unless policy-rc.d says no.
 *
 * @param {() => Promise<void>} work
 */
async function withoutStartingServices(work) {
  // Ours from a run that was cut off, or none: it is ours to remove. Anybody else's policy stands as it is.
  const ours = !existsSync(POLICY) || readFileSync(POLICY, 'utf8').includes(POLICY_MARK);
  if (ours) writeFileSync(POLICY, `#!/bin/sh\n${POLICY_MARK}\nexit 101\n`, { mode: 0o755 });
  const remove = () => rmSync(POLICY, { force: true });
  if (ours) process.once('exit', remove);
  try {
    await work();
  } finally {
    if (ours) {
      remove();
      process.off('exit', remove);
    }
  }
}
