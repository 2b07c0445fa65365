// @ts-check
import os from 'node:os';
import { parseArgs } from 'node:util';
import { CHECKS, checkEnvironment, chosen } from './checks.mjs';
import { prepare } from './prepare.mjs';
import { exitWith, explain, Problem } from './problem.mjs';
import { spell } from './progress.mjs';
import { failure, lastLine, table } from './reports.mjs';

// `npm test`: every check, or with `-- --only lint,unit` some. One that fails does not stop the others. Whatever
// happens, the last line is `N passed, N failed`.

/** @typedef {{ name: string, outcome: import('./reports.mjs').Outcome, took: string }} Result */

/** @returns {string[]} The names given with --only. */
function readOnly() {
  /** @type {string | undefined} */
  let given;
  try {
    given = parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const only = given?.split(',') ?? [];
  const known = new Set(CHECKS.map((check) => check.name));
  const unknown = only.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Problem(`There is no check called ${unknown.join(', ')}. There are ${[...known].join(', ')}.`);
  }
  return only;
}

/**
 * @param {import('./checks.mjs').Check} check
 * @param {import('./checks.mjs').Context} context
 * @returns {Promise<Result>}
 */
async function perform(check, context) {
  const started = Date.now();
  if (check.alone) console.log(`\n${check.title}`);
  const outcome = await check.run(context).catch((error) => {
    console.log(explain(error));
    return failure('see above');
  });
  const took = spell(Date.now() - started);
  if (!check.alone) console.log(`${check.title}: ${outcome.failed > 0 ? 'failed' : 'passed'} in ${took}`);
  return { name: check.title, outcome, took };
}

/**
 * @param {import('./checks.mjs').Check[]} checks
 * @param {import('./checks.mjs').Context} context
 * @returns {Promise<Result[]>} In the order of the checks.
 */
async function performAll(checks, context) {
  /** @type {Map<import('./checks.mjs').Check, Result>} */
  const results = new Map();
  for (const check of checks.filter(({ name }) => name === 'build')) results.set(check, await perform(check, context));

  const together = checks.filter((check) => !check.alone);
  const waiting = [...together];
  const workThrough = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.set(check, await perform(check, context));
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, workThrough));

  for (const check of checks.filter(({ alone, name }) => alone && name !== 'build')) {
    results.set(check, await perform(check, context));
  }
  return checks.flatMap((check) => results.get(check) ?? []);
}

await exitWith(async () => {
  try {
    const checks = chosen(readOnly());
    const { node, worker } = await prepare();
    const results = await performAll(checks, { node, env: checkEnvironment(worker), built: false });
    const outcomes = results.map(({ outcome }) => outcome);
    console.log(`\n${table(results)}\n\n${lastLine(outcomes)}`);
    return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
  } catch (error) {
    console.log(`${explain(error)}\n\n${lastLine([failure('the set-up')])}`);
    return 1;
  }
});
