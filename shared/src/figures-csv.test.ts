import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './figures-csv.ts';

const words = {
  month: 'Month',
  division: 'Division, as said',
  everybody: 'Everybody',
  unnamed: 'None named',
  offeredHours: 'Offered',
  usedHours: 'Used',
  visits: 'Visits',
  firstVisits: 'First',
  waitMedian: 'Median',
  waitP90: 'p90',
};

/** The records of a CSV file as RFC 4180, section 2, has them; a text that is none is refused. */
function parse(text: string): string[][] {
  const record = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (record.lastIndex < text.length) {
    const from = record.lastIndex;
    const found = record.exec(text) ?? expect.fail(`no field at ${from}`);
    const [, quoted, plain = '', end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  expect(row).toEqual([]);
  return rows;
}

const nasty = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  ',',
  ';',
  '＝',
  'HYPERLINK',
  ' ',
  'é',
  'A',
);
const division = fc.oneof(
  fc.string(),
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
);
const figure = fc.option(fc.nat(10_000).map((tenths) => tenths / 10));
const row = fc.record({
  division: fc.option(division),
  offeredHours: figure,
  usedHours: figure,
  visits: figure,
  firstVisits: figure,
  waitMedian: figure,
  waitP90: figure,
});

test('whatever a division is called, the file has its rows and figures, and no field is a formula to a spreadsheet', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const [head, ...lines] = parse(csvOf([{ month: '2026-10', rows }], words));
      expect(head).toEqual(Object.values(words).filter((word) => word !== 'Everybody' && word !== 'None named'));
      expect(lines).toHaveLength(rows.length);
      for (const [n, { division, ...figures }] of rows.entries()) {
        const [month, name = '', ...values] = lines[n] ?? [];
        expect(month).toBe('2026-10');
        // Read without the apostrophes that keep it from being run, it is what was said.
        const said = division === null ? 'Everybody' : division || 'None named';
        expect(name.replaceAll("'", '')).toBe(said.replaceAll("'", ''));
        expect(values).toEqual(Object.values(figures).map((value) => (value === null ? '' : `${value}`)));
        // Also where a spreadsheet takes another mark, or the end of a line, for the beginning of a field.
        for (const part of name.split(/[,;\t\r\n"]/)) expect(part.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      }
    }),
    { numRuns: 500 },
  );
});
