// @ts-check

/**
 * What a check came to.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} notes What the table should say besides: flaky tests, a runner that crashed.
 */

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestTest */

/**
 * Counts of Vitest's JSON report (`--reporter=json`). A flaky test, failed first and passed when tried again, counts as
 * passed and is named with what it said first: it is a defect to be found.
 *
 * @param {string} text
 * @returns {Outcome}
 * @throws {Error} When it is not such a report.
 */
export function readVitestReport(text) {
  const report = JSON.parse(text);
  const passed = number(report.numPassedTests);
  const notRun = number(report.numPendingTests) + number(report.numTodoTests);
  // A file that could not be loaded has failed without a test of its own to say so.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const notes = broken.map((/** @type {{ name: string }} */ file) => `${file.name} could not be run`);
  const flaky = report.testResults
    .flatMap((/** @type {{ assertionResults: VitestTest[] }} */ file) => file.assertionResults)
    .filter((/** @type {VitestTest} */ test) => test.status === 'passed' && test.failureMessages.length > 0)
    .map((/** @type {VitestTest} */ test) => `“${test.fullName}” (${firstLine(test.failureMessages[0] ?? '')})`);
  if (flaky.length > 0) notes.push(`${flaky.length} flaky: ${flaky.join(', ')}`);
  return { passed, failed: number(report.numFailedTests) + broken.length, skipped: notRun, notes };
}

/**
 * Counts of Playwright's JSON report. A flaky test, failed first and passed when tried again, counts as passed and is
 * named: it is a defect to be found.
 *
 * @param {string} text
 * @returns {Outcome}
 * @throws {Error} When it is not such a report.
 */
export function readPlaywrightReport(text) {
  const { stats, errors = [], suites = [] } = JSON.parse(text);
  const flaky = number(stats.flaky);
  const notes = errors.map((/** @type {{ message?: string }} */ error) => firstLine(error.message ?? 'unknown error'));
  if (flaky > 0) notes.push(`${flaky} flaky: ${suites.flatMap(flakyIn).join(', ')}`);
  return {
    passed: number(stats.expected) + flaky,
    failed: number(stats.unexpected) + errors.length,
    skipped: number(stats.skipped),
    notes,
  };
}

/**
 * What a runner came to, from its report and its exit code together. A crash counts as a failure, and so does running
 * no test at all.
 *
 * @param {number} code The runner's exit code.
 * @param {string | undefined} text Its report, if it wrote one.
 * @param {(text: string) => Outcome} read
 * @returns {Outcome}
 */
export function judge(code, text, read) {
  if (text === undefined) return failure(`ended with code ${code} and without a report`);
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = read(text);
  } catch (error) {
    return failure(`its report could not be read: ${error instanceof Error ? error.message : error}`);
  }
  if (outcome.passed + outcome.failed === 0) return { ...outcome, failed: 1, notes: [...outcome.notes, 'ran no test'] };
  if (code !== 0 && outcome.failed === 0) {
    return { ...outcome, failed: 1, notes: [...outcome.notes, `ended with code ${code}, see above`] };
  }
  return outcome;
}

/**
 * @param {string} note
 * @returns {Outcome} One failure.
 */
export function failure(note) {
  return { passed: 0, failed: 1, skipped: 0, notes: [note] };
}

/** @type {Outcome} */
export const SUCCESS = { passed: 1, failed: 0, skipped: 0, notes: [] };

/**
 * @param {{ name: string, outcome: Outcome, took: string }[]} results
 * @returns {string} A table with a line for each check.
 */
export function table(results) {
  const rows = results.map(({ name, outcome, took }) => [
    name,
    String(outcome.passed),
    String(outcome.failed),
    String(outcome.skipped),
    took,
    outcome.notes.join('; '),
  ]);
  const all = [['check', 'passed', 'failed', 'skipped', 'took', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {Outcome[]} outcomes
 * @returns {string} The last line: `N passed, N failed`, and `, N skipped` where there are any.
 */
export function lastLine(outcomes) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 *
 * @param {Suite} suite
 * @returns {string[]} The titles of the flaky tests in it.
 */
function flakyIn({ specs = [], suites = [] }) {
  const flaky = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...flaky.map(({ title }) => `“${title}”`), ...suites.flatMap(flakyIn)];
}

/** @param {unknown} value */
function number(value) {
  if (typeof value !== 'number') throw new Error('a count is missing');
  return value;
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0] ?? '';
}
