import { useCallback, useSyncExternalStore } from 'react';
import { nextTask } from '../tasks/index.ts';
import type { ReadonlyStore } from './media-client/index.ts';

type Subscribe = (listener: () => void) => () => void;

const paced = new WeakMap<object, Subscribe>();

/**
 * What a store of the call holds, or what `select` makes of it. Not zustand's own hook: that draws in the midst of whatever
 * changes the store, several times over while a call begins, and the voices and pictures on their way wait for it. Here
 * all changes of one moment are drawn once, after it.
 */
export function useStore<State>(store: ReadonlyStore<State>): State;
export function useStore<State, Part>(store: ReadonlyStore<State>, select: (state: State) => Part): Part;
export function useStore<State>(store: ReadonlyStore<State>, select: (state: State) => unknown = whole): unknown {
  const now = useCallback(() => select(store.getState()), [store, select]);
  return useSyncExternalStore(pacedSubscribe(store), now);
}

const whole = (state: unknown) => state;

function pacedSubscribe(store: ReadonlyStore<unknown>): Subscribe {
  const known = paced.get(store);
  if (known) return known;
  const subscribe: Subscribe = (listener) => {
    let listens = true;
    let told = false;
    const stop = store.subscribe(() => {
      if (told) return;
      told = true;
      nextTask(() => {
        told = false;
        if (listens) listener();
      });
    });
    return () => {
      listens = false;
      stop();
    };
  };
  paced.set(store, subscribe);
  return subscribe;
}
