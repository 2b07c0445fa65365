import { expect, test } from 'vitest';
import { Progress, spell } from './progress.mjs';

function output(isTTY: boolean): { isTTY: boolean; write(text: string): void; text: string } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

test('away from a terminal, prints a line about every 10 %', () => {
  const out = output(false);
  const progress = new Progress('Building', out);
  for (let percent = 0; percent < 100; percent += 0.5) progress.at(percent);
  const lines = out.text.trimEnd().split('\n');
  expect(lines[0]).toBe('Building…');
  expect(lines.slice(1)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90].map((percent) => `Building… ${percent} %`));
});

test('on a terminal, stays on one line', () => {
  const out = output(true);
  const progress = new Progress('Building', out);
  progress.at(43.2);
  expect(out.text).not.toContain('\n');
  expect(out.text).toContain('Building… 43 %');
  progress.done();
  expect(out.text.match(/\n/g)).toHaveLength(1);
});

test('never goes back, and says its end once', () => {
  const out = output(false);
  const progress = new Progress('Building', out);
  progress.at(50);
  progress.at(20);
  progress.failed();
  progress.done();
  progress.at(90);
  expect(out.text).toMatch(/^Building…\nBuilding… 50 %\nBuilding: failed after [\d.]+ s\n$/);
});

test.each([
  [400, '0.4 s'],
  [9_949, '9.9 s'],
  [31_400, '31 s'],
  [59_600, '1 min 00 s'],
  [185_000, '3 min 05 s'],
])('spells %i ms', (ms, expected) => {
  expect(spell(ms)).toBe(expected);
});
