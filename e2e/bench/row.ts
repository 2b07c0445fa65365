/** One line of the table. */
export interface Row {
  what: string;
  /** With its unit, ready to print. */
  value: string;
  /** What was to be reached; left out where there is only something to know. */
  goal?: { words: string; met: boolean };
}

/** Whether the figure is at most this, as a goal. */
export function atMost(figure: number, most: number, unit: string): NonNullable<Row['goal']> {
  return { words: `at most ${most}${unit}`, met: figure <= most };
}

export function print(rows: readonly Row[]): void {
  const lines = [
    ['', 'measured', 'to reach', ''],
    ...rows.map(({ what, value, goal }) => [
      what,
      value,
      goal?.words ?? '',
      goal ? (goal.met ? 'met' : 'not met') : '',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));
  process.stdout.write(`\n${drawn.map((line) => line.trimEnd()).join('\n')}\n\n`);
}

export const ms = (value: number) => `${Math.round(value)} ms`;
export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const mib = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MiB`;

/** The value that this share of the values does not exceed: nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
