import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCorridor, aDoor, aVisit } from '../../live/fixtures.ts';
import { doorsInOrder } from '../view.ts';
import { arranged } from './arrange.ts';

const states = fc.constantFrom('closed', 'ajar', 'open');
const someDoors = fc.array(fc.record({ state: states, around: fc.boolean(), followed: fc.boolean() }), {
  maxLength: 60,
});

test('every door stands or is listed once: open ones first, then those one follows, then the rest', () => {
  fc.assert(
    fc.property(someDoors, (all) => {
      const doors = all.map(({ state, around }, n) => aDoor({ name: `Door ${n}`, state, around }));
      const follows = doors.filter((_, n) => all[n]?.followed).map(({ doorId }) => ({ doorId, always: true }));
      const { wall, open, followed, rest } = arranged(doorsInOrder(aCorridor({ doors, mine: { follows } })));
      const inOrder = [...wall, ...open, ...followed, ...rest];
      expect(new Set(inOrder.map(({ door }) => door.doorId))).toEqual(new Set(doors.map(({ doorId }) => doorId)));
      expect(inOrder).toHaveLength(doors.length);
      const ranks = inOrder.map(({ look, follow }) => (look !== 'closed' ? 0 : follow ? 1 : 2));
      expect(ranks).toEqual(ranks.toSorted());
      expect(wall.length).toBeLessThanOrEqual(11);
      expect(wall.length).toBeGreaterThanOrEqual(Math.min(4, doors.length));
    }),
  );
});

test('a door where one waits stands first, however many are open and though its mentor has gone', () => {
  const doors = Array.from({ length: 150 }, (_, n) => aDoor({ name: `Door ${100 + n}`, state: 'open' }));
  const gone = aDoor({ name: 'Zoe', state: 'open', around: false });
  const corridor = aCorridor({ doors: [...doors, gone], mine: { visits: [aVisit(gone, {})] } });
  expect(arranged(doorsInOrder(corridor)).wall[0]?.door.name).toBe('Zoe');
});
