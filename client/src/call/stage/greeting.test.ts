import { memberId } from '@ajar/shared';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Greeter, greeting } from './greeting.ts';

const person = (name: string, parts: { listening?: boolean } = {}) => ({
  memberId: memberId.parse(crypto.randomUUID()),
  name,
  ...parts,
});

const [ines, chidi, bea] = [person('Ines Costa'), person('Chidi Mensah'), person('Bea Lindqvist')];
const dana = person('Dana Whitfield', { listening: true });

test('whoever came is greeted by name, and so is who came to listen', () => {
  expect(greeting([chidi])).toBe('Chidi Mensah has come in.');
  expect(greeting([dana])).toBe('Dana Whitfield has come in, just to listen.');
  expect(greeting([chidi, dana, bea])).toBe(
    'Chidi Mensah and Bea Lindqvist have come in. Dana Whitfield has come in, just to listen.',
  );
});

describe('arrivals', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Everything that is said from now on, until nothing more is due. */
  function heard(greeter: Greeter): (string | null)[] {
    const all: (string | null)[] = [];
    greeter.state.subscribe(({ words }) => all.push(words));
    return all;
  }

  test('need no greeting where nobody was, nor in a room one comes into oneself', () => {
    const greeter = new Greeter();
    const all = heard(greeter);
    greeter.see([]);
    greeter.see([ines, chidi]);
    // Who comes back under another connection was here all the time.
    greeter.see([ines, { ...chidi }]);
    vi.runAllTimers();
    expect(all).toEqual([]);
  });

  test('in a row are said in few sentences, each name once', () => {
    const greeter = new Greeter();
    const all = heard(greeter);
    greeter.see([ines]);
    const others = Array.from({ length: 12 }, (_, at) => person(`Guest ${at}`));
    for (const at of others.keys()) {
      greeter.see([ines, ...others.slice(0, at + 1)]);
      vi.advanceTimersByTime(500);
    }
    vi.runAllTimers();
    const said = all.filter((words) => words !== null);
    expect(said.length).toBeLessThanOrEqual(3);
    for (const { name } of others) {
      expect(said.filter((words) => new RegExp(`${name}( |,)`).test(words))).toHaveLength(1);
    }
    expect(greeter.state.getState().words).toBeNull();
  });

  test('of who has left again are not said, and a greeting of nobody who is here ends', () => {
    const greeter = new Greeter();
    const all = heard(greeter);
    greeter.see([ines]);
    greeter.see([ines, bea]);
    greeter.see([ines]);
    vi.advanceTimersByTime(2_000);
    expect(all).toEqual([]);
    greeter.see([ines, chidi]);
    vi.advanceTimersByTime(2_000);
    greeter.see([ines]);
    expect(all).toEqual(['Chidi Mensah has come in.', null]);
  });
});
