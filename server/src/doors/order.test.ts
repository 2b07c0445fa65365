import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InLine, join, oneBack, turnsOf } from './order.ts';

/** What may happen to a line; `nth` picks somebody in it. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('join' as const), firstTime: fc.boolean(), newcomersFirst: fc.boolean() }),
  fc.record({ what: fc.constantFrom('call', 'miss', 'leave', 'come in'), nth: fc.nat(7) }),
);

type Line = readonly InLine[];
const ids = (line: Line) => line.map((one) => one.id);
/** Who was behind whom before and is before them now. */
function overtakings(before: Line, after: Line): [string, string][] {
  const now = new Map(ids(after).map((id, at) => [id, at]));
  return ids(before).flatMap((ahead, at) =>
    ids(before)
      .slice(at + 1)
      .filter((behind) => (now.get(behind) ?? Infinity) < (now.get(ahead) ?? -1))
      .map((behind): [string, string] => [behind, ahead]),
  );
}

test('nobody is overtaken but by a rule that says so, and no place is lost', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      let line: Line = [];
      for (const [n, now] of happenings.entries()) {
        const before = line;
        if (now.what === 'join') {
          const entrant = { id: `${n}`, firstTime: now.firstTime, called: false };
          line = join(before, entrant, now);
          expect(ids(line).toSorted()).toEqual([...ids(before), entrant.id].toSorted());
          expect(overtakings(before, line)).toEqual([]);
          const behind = line.slice(line.indexOf(entrant) + 1);
          // Whoever comes goes last, or is new here and goes before people who have been inside and are not called.
          if (!now.firstTime || !now.newcomersFirst) expect(behind).toEqual([]);
          for (const other of behind) expect(other).toMatchObject({ firstTime: false, called: false });
          if (now.newcomersFirst && now.firstTime) {
            const last = before.at(-1);
            if (last && !last.firstTime && !last.called) expect(behind).toContain(last);
          }
          continue;
        }
        const one = before[now.nth];
        if (!one) continue;
        if (now.what === 'call') line = before.map((other) => (other === one ? { ...other, called: true } : other));
        else if (now.what === 'miss') {
          line = oneBack(before, one.id);
          expect(ids(line).toSorted()).toEqual(ids(before).toSorted());
          const next = before[now.nth + 1];
          expect(line.indexOf(one)).toBe(next ? now.nth + 1 : now.nth);
          expect(overtakings(before, line)).toEqual(next ? [[next.id, one.id]] : []);
        } else {
          line = before.filter((other) => other !== one);
          expect(overtakings(before, line)).toEqual([]);
        }
      }
    }),
  );
});

test('first-time visitors stand among themselves as they came', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (comers) => {
      const line = comers.reduce<InLine[]>(
        (sofar, firstTime, n) => join(sofar, { id: `${n}`, firstTime, called: false }, { newcomersFirst: true }),
        [],
      );
      const came = comers.map((firstTime, n) => ({ firstTime, n }));
      const expected = [...came.filter((one) => one.firstTime), ...came.filter((one) => !one.firstTime)];
      expect(ids(line)).toEqual(expected.map((one) => `${one.n}`));
    }),
  );
});

test('somebody who is not in line changes nothing by going back', () => {
  const line = [{ id: 'a', firstTime: true, called: false }];
  expect(oneBack(line, 'b')).toEqual(line);
});

test('the moments of turns tell the order of the line, and are its own as far as they differ', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ turnAt: fc.integer({ min: 0, max: 50 }) })), (line) => {
      const turns = turnsOf(line);
      for (const [n, turn] of turns.entries()) expect(turn).toBeGreaterThan(turns[n - 1] ?? Number.NEGATIVE_INFINITY);
      const own = line.map((one) => one.turnAt);
      if (new Set(own).size === own.length) expect(turns).toEqual(own.toSorted((a, b) => a - b));
    }),
  );
});
