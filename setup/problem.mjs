// @ts-check

/**
 * Something the person can act on: it is printed as it stands, without a stack, and ends the set-up with exit code 1.
 */
export class Problem extends Error {
  /**
   * @param {string} message What is wrong, in whole sentences.
   * @param {{ command?: string, output?: string, cause?: unknown }} [more] `command`: what to run, exactly.
   *   `output`: the end of what the failed program printed.
   */
  constructor(message, { command, output, cause } = {}) {
    super(message, { cause });
    this.name = 'Problem';
    this.command = command;
    this.output = output;
  }
}

/**
 * Runs a command of ours and turns what it throws into an exit code, printing a `Problem` without its stack.
 *
 * @param {() => Promise<number>} main Resolves to the exit code.
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/**
 * @param {unknown} error
 * @returns {string} What to print for it.
 */
export function explain(error) {
  if (!(error instanceof Problem)) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const lines = [];
  if (error.output) lines.push(error.output.trimEnd(), '');
  lines.push(error.message);
  if (error.command) lines.push('Run this, then try again:', '', `  ${error.command}`, '');
  return lines.join('\n');
}
