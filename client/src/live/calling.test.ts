import './en.ts';
import { type Mine, type Visitor, visitor } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { admittedWords, declinedWords, doorTitle, newcomers, newTurn } from './calling.ts';
import { aCorridor, aDoor, aVisit } from './fixtures.ts';
import { PageTitle } from './page-title.ts';

const at = (name: string, knocked = true): Visitor =>
  visitor.parse({
    visitId: crypto.randomUUID(),
    memberId: crypto.randomUUID(),
    name,
    since: '2026-01-05T09:00:00Z',
    knocked,
  });
const withVisitors = (...visitors: Visitor[]): Mine => aCorridor({ mine: { doorState: 'ajar', visitors } }).mine;

describe('who calls for attention', () => {
  test('only those who were not there before', () => {
    const [chidi, dana] = [at('Chidi Mensah'), at('Dana Whitfield')];
    expect(newcomers(withVisitors(chidi), withVisitors(chidi, dana))).toEqual([dana]);
    expect(newcomers(withVisitors(chidi, dana), withVisitors(dana))).toEqual([]);
  });

  test('nobody at the first look: who waited already is seen on screen', () => {
    expect(newcomers(null, withVisitors(at('Chidi Mensah')))).toEqual([]);
  });

  test('a person is called by their first name, a help desk by its whole one', () => {
    const declined = { visitId: at('Dana').visitId, why: 'closed' as const };
    const words = (mentorName: string, desk: boolean) => declinedWords({ ...declined, mentorName, desk });
    expect(words('Amara Osei', false)).toMatch(/^Amara has closed the door/);
    expect(words('Research careers', true)).toMatch(/^Research careers has closed the door/);
  });

  test('the tab says how many are there and who came last', () => {
    expect(doorTitle([])).toBeNull();
    expect(doorTitle([at('Chidi Mensah')])).toBe('(1) Chidi is knocking');
    expect(doorTitle([at('Chidi Mensah'), at('Dana Whitfield', false)])).toBe('(2) Dana waits at your door');
  });

  test('a turn that has come is told once, and not at the first look', () => {
    const waits = aVisit(aDoor({}), {});
    const [before, after] = [waits, { ...waits, comeInFor: 120_000 }].map(
      (visit) => aCorridor({ mine: { visits: [visit] } }).mine,
    );
    if (!before || !after) throw new Error('nothing');
    expect(newTurn(before, after)).toMatchObject({ visitId: waits.visitId });
    expect(newTurn(after, after)).toBeUndefined();
    expect(newTurn(null, after)).toBeUndefined();
  });

  test('being let in names the people', () => {
    const people = [at('Bea Lindqvist')];
    expect(admittedWords('let-in', people)).toBe('Come in: Bea');
    expect(admittedWords('your-turn', people)).toBe('Your turn with Bea');
    expect(admittedWords('coffee', people)).toBe('Coffee with Bea');
    expect(admittedWords('visitor', people)).toBe('Bea walked in');
  });
});

describe('the title of the tab', () => {
  test('shows the page, and who calls before it', () => {
    const shown: string[] = [];
    const title = new PageTitle((words) => shown.push(words));
    title.page('Corridor');
    title.calling('(1) Chidi is knocking');
    title.page('People');
    title.calling(null);
    expect(shown).toEqual([
      'Corridor · Ajar',
      '(1) Chidi is knocking · Ajar',
      '(1) Chidi is knocking · Ajar',
      'People · Ajar',
    ]);
  });
});
