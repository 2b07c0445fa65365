// @ts-check

/** On anything but a terminal, a line is printed each time this many per cent more are done. */
const LINE_EVERY_PERCENT = 10;

/**
 * One long step, shown while it runs: in place on a terminal, as a line now and then anywhere else.
 */
export class Progress {
  #label;
  #out;
  #started = Date.now();
  #printedPercent = 0;
  #ended = false;

  /**
   * @param {string} label What is being done, for example `Installing packages (about 1 minute)`.
   * @param {{ isTTY?: boolean, write(text: string): unknown }} [out] Standard output by default.
   */
  constructor(label, out = process.stdout) {
    this.#label = label;
    this.#out = out;
    this.#out.write(this.#out.isTTY ? `${label}…` : `${label}…\n`);
  }

  /** @param {number} percent From 0 to 100. Going back is ignored. */
  at(percent) {
    const whole = Math.floor(percent);
    if (this.#ended || whole <= this.#printedPercent) return;
    if (this.#out.isTTY) {
      this.#out.write(`\r\u001b[K${this.#label}… ${whole} %`);
    } else if (whole < this.#printedPercent + LINE_EVERY_PERCENT) {
      return;
    } else {
      this.#out.write(`${this.#label}… ${whole} %\n`);
    }
    this.#printedPercent = whole;
  }

  /** Ends the step well. */
  done() {
    this.#end(`done in ${spell(Date.now() - this.#started)}`);
  }

  /** Ends the step badly. The reason is for whoever catches the error. */
  failed() {
    this.#end(`failed after ${spell(Date.now() - this.#started)}`);
  }

  /** @param {string} outcome */
  #end(outcome) {
    if (this.#ended) return;
    this.#ended = true;
    this.#out.write(`${this.#out.isTTY ? '\r\u001b[K' : ''}${this.#label}: ${outcome}\n`);
  }
}

/**
 * Shows `work` as a step from its start to its end, whichever way it ends.
 *
 * @template T
 * @param {string} label
 * @param {(progress: Progress) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showing(label, work) {
  const progress = new Progress(label);
  try {
    const result = await work(progress);
    progress.done();
    return result;
  } catch (error) {
    progress.failed();
    throw error;
  }
}

/**
 * @param {number} ms
 * @returns {string} For example `0.4 s`, `31 s` or `3 min 05 s`.
 */
export function spell(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
