import type { AjarError, MediaSource, MemberId, PeerId } from '@ajar/shared';
import type { StoreApi } from 'zustand/vanilla';

/** A store as everybody but its owner sees it. */
export type ReadonlyStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/** Where a call is in its life. `over`: ended as calls end; `failed`: it never came about. */
export type CallPhase = 'idle' | 'joining' | 'joined' | 'reconnecting' | 'over' | 'failed';

/** From each phase, the phases it may move to. A second try is a second `Call`. */
export const callMoves: Readonly<Record<CallPhase, readonly CallPhase[]>> = {
  idle: ['joining', 'over'],
  joining: ['joined', 'over', 'failed'],
  joined: ['reconnecting', 'over'],
  reconnecting: ['joined', 'over', 'failed'],
  over: [],
  failed: [],
};

export function mayMoveCall(from: CallPhase, to: CallPhase): boolean {
  return callMoves[from].includes(to);
}

/**
 * Why a call ended. `elsewhere`: the same person joined from another window. `shown-out`, `barred`, `not-now`: whoever
 * decides in the room, by this name, ended it or did not let them in.
 */
export type Ending =
  | { reason: 'left' | 'elsewhere' | 'room-closed' }
  | { reason: 'shown-out' | 'barred' | 'not-now'; by?: string | undefined }
  | { reason: 'error'; error: AjarError };

/**
 * What stands between people right now; the screen says it in words.
 * `offline`: this machine has no network; `unreachable`: the media node does not answer; `reconnecting`: it is being
 * mended; `media-blocked`: signalling works but no sound or picture gets through.
 */
export type Trouble = 'offline' | 'unreachable' | 'reconnecting' | 'media-blocked';

/** One track of somebody else's. `paused`: they have muted it. */
export interface RemoteTrack {
  track: MediaStreamTrack;
  paused: boolean;
}

export interface Participant {
  peerId: PeerId;
  memberId: MemberId;
  name: string;
  /** Their connection is gone for the moment and their place is kept. */
  reconnecting: boolean;
  /** They came just to listen, and have not turned the microphone on. */
  listening?: boolean | undefined;
  tracks: Readonly<Partial<Record<MediaSource, RemoteTrack>>>;
}

export interface CallState {
  phase: CallPhase;
  /** Set once it is over or failed. */
  ending: Ending | null;
  trouble: Trouble | null;
  /** Oneself, as the room token says. */
  me: { memberId: MemberId; name: string; moderates: boolean } | null;
  /** The room is locked, and whoever decides there sees that one waits. */
  knocking: boolean;
  /** Everybody else, in the order they came. */
  participants: readonly Participant[];
  /** Who speaks, oneself included. */
  speaker: MemberId | null;
  /** Names of those who left, latest last; emptied when somebody comes. */
  gone: readonly string[];
  /** A picture of somebody else has been on screen. */
  seen: boolean;
}

export const newCallState: CallState = {
  phase: 'idle',
  ending: null,
  trouble: null,
  me: null,
  knocking: false,
  participants: [],
  speaker: null,
  gone: [],
  seen: false,
};
