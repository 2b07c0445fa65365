import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answerableUntil, fewest, type PulseCount, partedAt, pulseMonths } from './rules.ts';

const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const zone = fc.constantFrom(
  'UTC',
  'America/Toronto',
  'Europe/Stockholm',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Accra',
);

describe('until when it may be answered', () => {
  test('always to the very end of the next calendar day, in whatever zone and across clock changes', () => {
    fc.assert(
      fc.property(moment, zone, (parted, timeZone) => {
        const dayOf = (at: Date) =>
          Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
        const until = answerableUntil(parted, timeZone);
        const last = dayOf(new Date(until.getTime() - 1));
        expect(last.equals(dayOf(parted).add({ days: 1 }))).toBe(true);
        expect(dayOf(until).equals(last.add({ days: 1 }))).toBe(true);
      }),
    );
  });

  test('a talk just before midnight has the whole next day, one just after it two', () => {
    expect(answerableUntil(new Date('2026-11-22T04:59:00Z'), 'America/Toronto')).toEqual(
      new Date('2026-11-23T05:00:00Z'),
    );
    expect(answerableUntil(new Date('2026-11-22T05:01:00Z'), 'America/Toronto')).toEqual(
      new Date('2026-11-24T05:00:00Z'),
    );
  });

  test('the night clocks go back is an hour longer', () => {
    expect(answerableUntil(new Date('2026-10-24T12:00:00Z'), 'Europe/Stockholm')).toEqual(
      new Date('2026-10-25T23:00:00Z'),
    );
  });
});

describe('who has met', () => {
  const stay = fc.record({ joinedAt: fc.option(moment), leftAt: fc.option(moment) });

  test('two are asked about each other or neither is', () => {
    fc.assert(
      fc.property(stay, stay, (one, other) => {
        expect(partedAt(one, other)).toEqual(partedAt(other, one));
      }),
    );
  });

  test('only people who were in the room at the same time, and have parted', () => {
    fc.assert(
      fc.property(stay, stay, (one, other) => {
        const parted = partedAt(one, other)?.getTime();
        if (parted === undefined) return;
        for (const { joinedAt, leftAt } of [one, other]) {
          expect(joinedAt?.getTime()).toBeLessThan(parted);
          expect(leftAt?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(parted);
        }
        expect([one.leftAt?.getTime(), other.leftAt?.getTime()]).toContain(parted);
      }),
    );
  });

  test('not somebody who came when the other had gone', () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute));
    expect(partedAt({ joinedAt: at(0), leftAt: at(10) }, { joinedAt: at(10), leftAt: at(20) })).toBeNull();
    expect(partedAt({ joinedAt: at(0), leftAt: at(10) }, { joinedAt: at(9), leftAt: null })).toEqual(at(10));
  });
});

describe('what staff see of pulses', () => {
  const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
  const count: fc.Arbitrary<PulseCount> = fc.record({
    month: fc.constantFrom(...months),
    worth: fc.constantFrom('yes', 'somewhat', 'no'),
    people: fc.integer({ min: 1, max: 12 }),
  });
  const counts = fc.uniqueArray(count, { selector: ({ month, worth }) => `${month} ${worth}` });

  test('never a figure about fewer than five, and never a month that is not over', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...months), (all, thisMonth) => {
        for (const { month, ...figures } of pulseMonths(all, thisMonth)) {
          expect(month < thisMonth).toBe(true);
          for (const figure of Object.values(figures)) {
            if (figure !== null) expect(figure).toBeGreaterThanOrEqual(fewest);
          }
        }
      }),
    );
  });

  test('whatever fewer than five people said changes nothing that is shown', () => {
    fc.assert(
      fc.property(counts, counts, (all, more) => {
        const few = (list: PulseCount[]) => list.filter(({ people }) => people < fewest);
        const many = all.filter(({ people }) => people >= fewest);
        const known = new Set(many.map(({ month, worth }) => `${month} ${worth}`));
        const added = few(more).filter(({ month, worth }) => !known.has(`${month} ${worth}`));
        expect(pulseMonths([...many, ...added], '2026-12')).toEqual(pulseMonths(many, '2026-12'));
      }),
    );
  });

  test('what this month brings changes nothing that is shown of the months before', () => {
    fc.assert(
      fc.property(counts, counts, (all, more) => {
        const before = all.filter(({ month }) => month < '2026-11');
        const now = more.filter(({ month }) => month === '2026-11');
        expect(pulseMonths([...before, ...now], '2026-11')).toEqual(pulseMonths(before, '2026-11'));
      }),
    );
  });

  test('each answer that five or more gave is shown, the latest month first', () => {
    const said: PulseCount[] = [
      { month: '2026-09', worth: 'yes', people: 5 },
      { month: '2026-09', worth: 'no', people: 4 },
      { month: '2026-10', worth: 'somewhat', people: 9 },
      { month: '2026-08', worth: 'no', people: 4 },
    ];
    expect(pulseMonths(said, '2026-11')).toEqual([
      { month: '2026-10', yes: null, somewhat: 9, no: null },
      { month: '2026-09', yes: 5, somewhat: null, no: null },
    ]);
  });
});
