import './en.ts';
import { applyChange, memberId } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { aCorridor, aDoor, aVisit } from '../live/fixtures.ts';
import { i18n } from '../words/index.ts';
import { insideWords, stateWords, waitingWords } from './door-words.ts';
import { colourOf, corridorView, type DoorView } from './view.ts';

const t = i18n.getFixedT('en', 'corridor');
const onWall = (corridor: ReturnType<typeof aCorridor>) =>
  corridorView(corridor).wall.map((item) => (item.kind === 'coffee' ? 'coffee' : item.view.door.name));

function onlyDoor(corridor: ReturnType<typeof aCorridor>): DoorView {
  const item = corridorView(corridor).wall.find((other) => other.kind === 'door');
  if (item?.kind !== 'door') throw new Error('no door stands here');
  return item.view;
}

describe('what stands along the corridor', () => {
  test('open doors come first, then those ajar, then the rest, by name; coffee after the second', () => {
    const doors = [
      aDoor({ name: 'Zoe', state: 'open' }),
      aDoor({ name: 'Ada', state: 'ajar' }),
      aDoor({ name: 'Cleo' }),
      aDoor({ name: 'Bo', state: 'open' }),
    ];
    expect(onWall(aCorridor({ doors }))).toEqual(['Bo', 'Zoe', 'coffee', 'Ada', 'Cleo']);
  });

  test('closed doors one follows come before the other closed ones, and say so', () => {
    const doors = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => aDoor({ name }));
    const follows = doors.slice(-1).map(({ doorId }) => ({ doorId, always: true }));
    const corridor = aCorridor({ doors: [...doors, aDoor({ name: 'Z', state: 'ajar' })], mine: { follows } });
    expect(onWall(corridor)).toEqual(['Z', 'G', 'coffee', 'A', 'B']);
    const [, followed] = corridorView(corridor).wall;
    expect(followed).toMatchObject({ view: { follow: { always: true } } });
  });

  test('a door that has not changed is the same view, so that it is not drawn again', () => {
    const [ada, bo] = [aDoor({ name: 'Ada', state: 'open' }), aDoor({ name: 'Bo', state: 'open' })];
    const corridor = aCorridor({ doors: [ada, bo] });
    const [, , before] = corridorView(corridor).wall;
    const changed = applyChange(corridor, { type: 'door', door: { ...ada, state: 'ajar' } });
    const [after] = corridorView(changed).wall;
    expect(before).toMatchObject({ view: { door: { name: 'Bo' } } });
    expect(after?.kind === 'door' && before?.kind === 'door' && after.view === before.view).toBe(true);
  });

  test('an empty corridor has its coffee table', () => {
    expect(onWall(aCorridor({}))).toEqual(['coffee']);
  });

  test('closed doors fill the wall up to four, the others are listed', () => {
    const doors = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => aDoor({ name }));
    const view = corridorView(aCorridor({ doors }));
    expect(view.wall).toHaveLength(5);
    expect(view.closed.map(({ door }) => door.name)).toEqual(['E', 'F']);
  });

  test('an open door whose mentor is away looks closed and offers nothing', () => {
    const view = onlyDoor(aCorridor({ doors: [aDoor({ state: 'open', around: false })] }));
    expect(view).toMatchObject({ look: 'closed', press: null, figures: 0 });
    expect(stateWords(t, view)).toBe('Not here right now');
  });

  test('a door where one waits stays, though its mentor has gone', () => {
    const doors = ['A', 'B', 'C', 'D', 'E'].map((name) => aDoor({ name, state: 'open' }));
    const gone = aDoor({ name: 'Z', state: 'open', around: false });
    const corridor = aCorridor({ doors: [...doors, gone], mine: { visits: [aVisit(gone, {})] } });
    expect(onWall(corridor)).toContain('Z');
  });

  test('one’s own door is not among the others', () => {
    const corridor = aCorridor({});
    const doors = [aDoor({ memberId: corridor.memberId, state: 'open' })];
    expect(onWall({ ...corridor, doors })).toEqual(['coffee']);
  });
});

describe('what a door offers', () => {
  test.each([
    [{ state: 'open' }, 'walk-in'],
    [{ state: 'ajar' }, 'knock'],
    [{ state: 'open', busy: true }, 'wait'],
    [{ state: 'ajar', busy: true }, 'wait'],
    [{ state: 'closed' }, null],
  ] as const)('%j offers %j', (parts, press) => {
    expect(onlyDoor(aCorridor({ doors: [aDoor(parts)] })).press).toBe(press);
  });

  test('while waiting there, it offers to leave the line', () => {
    const door = aDoor({ state: 'ajar' });
    const view = onlyDoor(aCorridor({ doors: [door], mine: { visits: [aVisit(door, { knocked: true })] } }));
    expect(view.press).toBe('leave-line');
    expect(waitingWords(t, view)).toBe('You knocked. Amara will answer.');
  });

  test('a visit that is over is no wait', () => {
    const door = aDoor({ state: 'ajar' });
    const visits = [aVisit(door, { state: 'declined', place: null })];
    expect(onlyDoor(aCorridor({ doors: [door], mine: { visits } })).press).toBe('knock');
  });

  test.each([
    [1, 'You are next. Amara sees you waiting.'],
    [2, '1 person is before you. You keep your place.'],
    [4, '3 people are before you. You keep your place.'],
  ])('place %i in line reads %j', (place, words) => {
    const door = aDoor({ state: 'open', busy: true });
    const view = onlyDoor(aCorridor({ doors: [door], mine: { visits: [aVisit(door, { place })] } }));
    expect(waitingWords(t, view)).toBe(words);
  });
});

describe('who is seen inside', () => {
  test('the names of those in conversation, and how many wait', () => {
    const inside = ['Amara Osei', 'Dana Whitfield'].map((name) => ({
      memberId: memberId.parse(crypto.randomUUID()),
      name,
    }));
    const view = onlyDoor(aCorridor({ doors: [aDoor({ state: 'open', busy: true, inside, waiting: 2 })] }));
    expect(insideWords(t, view)).toBe('Inside: Amara Osei and Dana Whitfield');
    expect(stateWords(t, view)).toBe('In a conversation · 2 wait');
    expect(view.figures).toBe(2);
  });

  test('the mentor alone in an open door', () => {
    const view = onlyDoor(aCorridor({ doors: [aDoor({ state: 'open' })] }));
    expect(insideWords(t, view)).toBe('Amara is in');
    expect(view.figures).toBe(1);
  });

  test('nobody is named behind a closed door', () => {
    expect(insideWords(t, onlyDoor(aCorridor({ doors: [aDoor({})] })))).toBeNull();
  });
});

test('a door keeps its colour', () => {
  const id = crypto.randomUUID();
  expect(colourOf(id)).toBe(colourOf(id));
});
