import type { MemberId, ProgramId } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hubLostAfter, Presence, type PresenceNews, type Present } from './index.ts';

const person = (n: number): Present => ({
  memberId: `member-${n}` as MemberId,
  name: `Person ${n}`,
  programId: 'program' as ProgramId,
});

/** Hubs that hear each other at once. */
function hubs(names: string[], now: () => number = () => 0) {
  const all = new Map<string, Presence>();
  const tell = (news: PresenceNews) => {
    for (const [name, hub] of all) if (name !== news.hub) hub.hear(news);
  };
  for (const name of names) all.set(name, new Presence({ hub: name, tell, now }));
  const get = (name: string) => {
    const hub = all.get(name);
    if (!hub) throw new Error(name);
    return hub;
  };
  return { get, kill: (name: string) => all.delete(name) };
}

test('somebody is around exactly as long as one socket on one hub is connected', () => {
  const step = fc.record({ hub: fc.constantFrom('a', 'b'), who: fc.nat(3), connect: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { get } = hubs(['a', 'b']);
      const open: { hub: string; who: number; close: () => void }[] = [];
      for (const { hub, who, connect } of steps) {
        if (connect) open.push({ hub, who, close: get(hub).connect(person(who)) });
        else {
          const at = open.findIndex((socket) => socket.hub === hub && socket.who === who);
          if (at >= 0) open.splice(at, 1)[0]?.close();
        }
        for (const name of ['a', 'b']) {
          for (let n = 0; n <= 3; n++) {
            expect(get(name).isAround(person(n).memberId)).toBe(open.some((socket) => socket.who === n));
          }
        }
      }
    }),
  );
});

test('around and away are told once each, on every hub', () => {
  const { get } = hubs(['a', 'b']);
  const told: string[] = [];
  get('b').onAround(({ name }) => told.push(`${name} around`));
  get('b').onAway(({ name }) => told.push(`${name} away`));
  const first = get('a').connect(person(1));
  const second = get('b').connect(person(1));
  first();
  first();
  second();
  expect(told).toEqual(['Person 1 around', 'Person 1 away']);
});

test('a hub that falls silent takes its people with it, and one that starts late learns who is here', () => {
  let time = 0;
  const now = () => time;
  const { get, kill } = hubs(['a', 'b'], now);
  get('a').connect(person(1));
  get('b').connect(person(2));
  const late = new Presence({ hub: 'c', tell: (news) => news.type === 'who' || undefined, now });
  late.hear({ type: 'here', hub: 'a', people: [person(1)] });
  expect(late.isAround(person(1).memberId)).toBe(true);
  kill('a');
  time = hubLostAfter + 1;
  get('b').beat();
  expect(get('b').isAround(person(1).memberId)).toBe(false);
  expect(get('b').isAround(person(2).memberId)).toBe(true);
});
