import type { CorridorSnapshot, hubProtocol, PushData, RoundNotice } from '@ajar/shared';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** `off`: not wanted; `connecting`: for the first time; `reconnecting`: it was there and is gone. */
export type Connection = 'off' | 'connecting' | 'connected' | 'reconnecting';

export interface LiveState {
  connection: Connection;
  /** The last corridor seen; kept while reconnecting. */
  corridor: CorridorSnapshot | null;
  /** When what is mine was told, in ms of this page: what is left of a time runs from then. */
  mineAt: number;
  /** The round that concerns this person just now. */
  round: RoundNotice | null;
  /** The last visit whose mentor had to move on. */
  movedOn: PushData<typeof hubProtocol, 'movedOn'> | null;
  /** Where my door is: whoever comes is brought to this window, or to another; `null`: to every window I have open. */
  door: 'here' | 'elsewhere' | null;
}

export const nothingLive: LiveState = {
  connection: 'off',
  corridor: null,
  mineAt: 0,
  round: null,
  movedOn: null,
  door: null,
};

/** The writable side, for the hub alone. */
export const liveStore: StoreApi<LiveState> = createStore(() => nothingLive);

/** Live state as a screen reads it. */
export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(liveStore, select);
}
