// @ts-check
import path from 'node:path';
import { ROOT } from './machine.mjs';
import { Progress } from './progress.mjs';
import { run } from './run.mjs';

/** A build that ends sooner than this was found in the cache, and nothing is said about it. In ms. */
const QUIET_BELOW = 1_500;

/**
 * Builds what has changed of these packages. Turborepo decides by the content of the sources.
 *
 * @param {string[]} packages For example `['@ajar/server', '@ajar/client']`.
 * @param {string} node The Node to build with.
 * @throws {import('./problem.mjs').Problem} When a build fails.
 */
export async function build(packages, node) {
  /** @type {Progress | undefined} */
  let progress;
  const timer = setTimeout(() => {
    progress = new Progress('Building');
  }, QUIET_BELOW);
  try {
    const turbo = path.join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo');
    await run(
      node,
      [turbo, 'run', 'build', '--output-logs=errors-only', ...packages.map((name) => `--filter=${name}`)],
      {
        cwd: ROOT,
        env: buildEnvironment(),
        failure: 'The build failed (see above).',
      },
    );
    progress?.done();
  } catch (error) {
    progress?.failed();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {NodeJS.ProcessEnv} With our own Node and tools first on PATH, and nothing sent anywhere. */
export function buildEnvironment() {
  return {
    ...process.env,
    PATH: [path.join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(path.delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}
