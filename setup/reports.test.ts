import { expect, test } from 'vitest';
import { failure, judge, lastLine, readPlaywrightReport, readVitestReport, SUCCESS, table } from './reports.mjs';

const passed = (...failureMessages: string[]) => ({ fullName: 'opens', status: 'passed', failureMessages });

const vitest = (more: object): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ name: '/a.test.ts', status: 'passed', assertionResults: [passed()] }],
    ...more,
  });

const playwright = (stats: object, errors: object[] = [], suites: object[] = []): string =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors, suites });

test("counts Vitest's tests", () => {
  const text = vitest({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(readVitestReport(text)).toEqual({ passed: 3, failed: 2, skipped: 2, notes: [] });
});

test('names a test that passed only when tried again, with what it said first', () => {
  const assertionResults = [passed(), passed('Error: too late\nat line 3')];
  const testResults = [{ name: '/a.test.ts', status: 'passed', assertionResults }];
  expect(readVitestReport(vitest({ testResults })).notes).toEqual(['1 flaky: “opens” (Error: too late)']);
});

test('a test file that could not be loaded counts as a failure', () => {
  const testResults = [{ name: '/broken.test.ts', status: 'failed', assertionResults: [] }];
  expect(readVitestReport(vitest({ testResults }))).toMatchObject({
    passed: 3,
    failed: 1,
    notes: ['/broken.test.ts could not be run'],
  });
});

test("counts Playwright's tests, its own errors as failures, and names flaky ones", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const suites = [
    { title: 'a.spec.ts', suites: [{ title: 'b', specs: [spec('knocks', 'flaky'), spec('c', 'expected')] }] },
  ];
  const text = playwright({ unexpected: 1, flaky: 1, skipped: 1 }, [{ message: 'no server\nat line 3' }], suites);
  const notes = ['no server', '1 flaky: “knocks”'];
  expect(readPlaywrightReport(text)).toEqual({ passed: 3, failed: 2, skipped: 1, notes });
});

test.each([
  ['a good run', 0, vitest({}), 0],
  ['a failed test', 1, vitest({ numFailedTests: 1 }), 1],
  ['an exit code that no test explains', 1, vitest({}), 1],
  ['a run without a test', 0, vitest({ numPassedTests: 0, testResults: [] }), 1],
  ['only skipped tests', 0, vitest({ numPassedTests: 0, numPendingTests: 4, testResults: [] }), 1],
  ['no report', 0, undefined, 1],
  ['half a report', 0, '{"numPassedTests": 3', 1],
  ['some other report', 0, '{}', 1],
])('judges %s', (_name, code, text, failed) => {
  expect(judge(code, text, readVitestReport).failed).toBe(failed);
});

test('the last line adds everything up and names skipped tests only where there are some', () => {
  expect(lastLine([SUCCESS, failure('broken'), { passed: 5, failed: 0, skipped: 0, notes: [] }])).toBe(
    '6 passed, 1 failed',
  );
  expect(lastLine([{ passed: 5, failed: 0, skipped: 2, notes: [] }])).toBe('5 passed, 0 failed, 2 skipped');
});

test('the table has a line for each check', () => {
  const results = [
    { name: 'lint', outcome: SUCCESS, took: '1.0 s' },
    { name: 'unit', outcome: failure('ran no test'), took: '31 s' },
  ];
  expect(table(results).split('\n')).toEqual([
    'check  passed  failed  skipped   took',
    'lint        1       0        0  1.0 s',
    'unit        0       1        0   31 s  ran no test',
  ]);
});
