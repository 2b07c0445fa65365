import { memberId, peerId } from '@ajar/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { holds } from './featured.ts';
import { type CallState, newCallState, type Participant } from './state.ts';
import { largeOf, type Spot, View } from './view.ts';

const id = (last: number) => `0199aaaa-0000-7000-8000-00000000000${last}`;
const [amara, bea, me] = [memberId.parse(id(1)), memberId.parse(id(2)), memberId.parse(id(3))];
const person = (member: typeof amara): Participant => ({
  peerId: peerId.parse(member),
  memberId: member,
  name: 'Bea',
  reconnecting: false,
  tracks: {},
});

describe('View', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function viewed() {
    const call = createStore<CallState>(() => ({
      ...newCallState,
      me: { memberId: me, name: 'Me', moderates: false },
      participants: [person(amara), person(bea)],
    }));
    return { call, view: new View(call) };
  }

  it('features whoever goes on speaking, by itself when the time has come, and never oneself', () => {
    const { call, view } = viewed();
    call.setState({ speaker: amara });
    expect(view.state.getState().featured).toBe(amara);
    vi.advanceTimersByTime(5_000);
    call.setState({ speaker: bea });
    vi.advanceTimersByTime(holds - 10);
    expect(view.state.getState().featured).toBe(amara);
    vi.advanceTimersByTime(10);
    expect(view.state.getState().featured).toBe(bea);
    call.setState({ speaker: me });
    vi.advanceTimersByTime(60_000);
    expect(view.state.getState().featured).toBe(bea);
    call.setState({ participants: [person(amara)] });
    expect(view.state.getState().featured).toBeNull();
  });

  it('leaves nothing behind', () => {
    const { call, view } = viewed();
    call.setState({ speaker: amara });
    call.setState({ speaker: bea });
    view.close();
    expect(vi.getTimerCount()).toBe(0);
    call.setState({ speaker: amara });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has one pin', () => {
    const { view } = viewed();
    view.togglePin(`person ${amara}`);
    view.togglePin(`person ${bea}`);
    expect(view.state.getState().pinned).toBe(`person ${bea}`);
    view.togglePin(`person ${bea}`);
    expect(view.state.getState().pinned).toBeNull();
  });
});

describe('largeOf', () => {
  const grid = { layout: 'grid', pinned: null, featured: null } as const;
  const speaker = { ...grid, layout: 'speaker' } as const;
  const faces = { people: [amara, bea], screens: [] };
  const screens: Spot[] = ['screen own', `screen ${bea}`];

  it.each<[string, Parameters<typeof largeOf>, readonly Spot[]]>([
    ['nobody in a grid', [grid, faces], []],
    ['what is shared, all of it', [grid, { ...faces, screens }], screens],
    ['the first before anybody spoke', [speaker, faces], [`person ${amara}`]],
    ['whoever speaks', [{ ...speaker, featured: bea }, faces], [`person ${bea}`]],
    [
      'what is shared before whoever speaks',
      [
        { ...speaker, featured: bea },
        { ...faces, screens },
      ],
      screens,
    ],
    [
      'what is pinned before all',
      [
        { ...speaker, pinned: `person ${bea}` },
        { ...faces, screens },
      ],
      [`person ${bea}`],
    ],
    [
      'a screen that is pinned',
      [
        { ...grid, pinned: 'screen own' },
        { ...faces, screens },
      ],
      ['screen own'],
    ],
    ['no pin of who is away', [{ ...grid, pinned: `person ${me}` }, faces], []],
    ['nobody when one is alone', [speaker, { people: [], screens: [] }], []],
  ])('%s', (_what, [state, stage], expected) => expect(largeOf(state, stage)).toEqual(expected));
});
