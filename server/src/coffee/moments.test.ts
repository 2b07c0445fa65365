import { memberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AtCoffee, type CoffeeStands, coffeeTiming, nextStep } from './moments.ts';

const minute = 60_000;
const person = fc.record({
  memberId: fc.uuid().map((id) => memberId.parse(id)),
  came: fc.boolean(),
  joined: fc.boolean(),
  left: fc.boolean(),
  staying: fc.boolean(),
});
const coffees: fc.Arbitrary<CoffeeStands> = fc.record({
  openedAt: fc.constant(0),
  startedAt: fc.option(fc.nat(100_000)),
  minutes: fc.constantFrom(10, 20, 30),
  extensions: fc.nat(3),
  bell: fc.boolean(),
  people: fc.uniqueArray(person, { minLength: 2, maxLength: 4, selector: (one) => one.memberId }),
});
const moments = fc.nat(90 * minute);

const inside = (staying = false): AtCoffee => ({
  memberId: memberId.parse(crypto.randomUUID()),
  came: true,
  joined: true,
  left: false,
  staying,
});
const talking = (over: Partial<CoffeeStands> = {}): CoffeeStands => ({
  openedAt: 0,
  startedAt: 1_000,
  minutes: 10,
  extensions: 0,
  bell: false,
  people: [inside(), inside()],
  ...over,
});

/** What the server makes of a step. */
function after(coffee: CoffeeStands, now: number): CoffeeStands | 'over' {
  const step = nextStep(coffee, now);
  switch (step.do) {
    case 'release': {
      const people = coffee.people.map((one) => (step.people.includes(one.memberId) ? { ...one, left: true } : one));
      return people.filter((one) => !one.left).length < 2 ? 'over' : { ...coffee, people };
    }
    case 'ring':
      return { ...coffee, bell: true };
    case 'extend': {
      const people = coffee.people.map((one) => ({ ...one, staying: false }));
      return { ...coffee, extensions: coffee.extensions + 1, bell: false, people };
    }
    case 'end':
      return 'over';
    case 'wait':
      return coffee;
  }
}

describe('nextStep', () => {
  test('comes to rest in a few steps, and then waits for a moment that is still to come', () => {
    fc.assert(
      fc.property(coffees, moments, (start, now) => {
        let coffee: CoffeeStands | 'over' = start;
        for (let steps = 0; coffee !== 'over'; steps += 1) {
          expect(steps).toBeLessThan(20);
          const step = nextStep(coffee, now);
          if (step.do === 'wait') {
            expect(step.until).toBeGreaterThan(now);
            break;
          }
          coffee = after(coffee, now);
        }
      }),
    );
  });

  test('nobody who is inside is ever released, nor anybody before their time', () => {
    fc.assert(
      fc.property(coffees, moments, (coffee, now) => {
        const step = nextStep(coffee, now);
        if (step.do !== 'release') return;
        for (const id of step.people) {
          const one = coffee.people.find(({ memberId: of }) => of === id);
          expect(one).toMatchObject({ joined: false, left: false });
          expect(now).toBeGreaterThanOrEqual(one?.came ? coffeeTiming.preview : coffeeTiming.showUp);
        }
      }),
    );
  });

  test('it goes on only when everybody inside would like it to, and never before the bell', () => {
    fc.assert(
      fc.property(coffees, moments, (coffee, now) => {
        if (nextStep(coffee, now).do !== 'extend') return;
        const there = coffee.people.filter(({ joined, left }) => joined && !left);
        expect(coffee.bell).toBe(true);
        expect(there.length).toBeGreaterThan(1);
        expect(there.every(({ staying }) => staying)).toBe(true);
      }),
    );
  });
});

test('the bell rings two minutes before the end, and the time runs from when both are there', () => {
  const coffee = talking();
  expect(nextStep(coffee, 2_000)).toEqual({ do: 'wait', until: 1_000 + 8 * minute });
  expect(nextStep(coffee, 1_000 + 8 * minute)).toEqual({ do: 'ring' });
  const rung = { ...coffee, bell: true };
  expect(nextStep(rung, 1_000 + 9 * minute)).toEqual({ do: 'wait', until: 1_000 + 10 * minute });
  expect(nextStep(rung, 1_000 + 10 * minute)).toEqual({ do: 'end' });
});

test('one who would like to stay does not keep the other, and two add ten minutes', () => {
  const end = 1_000 + 10 * minute;
  expect(nextStep(talking({ bell: true, people: [inside(true), inside()] }), end)).toEqual({ do: 'end' });
  const both = talking({ bell: true, people: [inside(true), inside(true)] });
  expect(nextStep(both, end - 1)).toEqual({ do: 'extend' });
  const longer = talking({ extensions: 1 });
  expect(nextStep(longer, end)).toEqual({ do: 'wait', until: end + 8 * minute });
});
