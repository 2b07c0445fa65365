import type { DoorFigures } from './figures.ts';

const columns = ['offeredHours', 'usedHours', 'visits', 'firstVisits', 'waitMedian', 'waitP90'] as const;

/**
 * The figures as a spreadsheet takes them (RFC 4180, with its line ends). A hidden figure is an empty field.
 * @param words how the columns and the rows without a name are called.
 */
export function csvOf(
  months: readonly DoorFigures[],
  words: Record<(typeof columns)[number] | 'month' | 'division' | 'everybody' | 'unnamed', string>,
): string {
  const named = (division: string | null) => (division === null ? words.everybody : division || words.unnamed);
  const head = [words.month, words.division, ...columns.map((column) => words[column])];
  const lines = months.flatMap(({ month, rows }) =>
    rows.map((row) => [month, named(row.division), ...columns.map((column) => String(row[column] ?? ''))]),
  );
  return [head, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/**
 * What begins as a formula would be run by a spreadsheet (OWASP, CSV injection): at the beginning of the field, or where a
 * spreadsheet that separates by another mark than the comma takes a field to begin. An apostrophe makes it text.
 */
const formula = /(^|[,;\t\r\n"])(\s*)(?=[=+\-@＝＋－＠])/g;

function field(text: string): string {
  const safe = text.replaceAll(formula, "$1$2'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
