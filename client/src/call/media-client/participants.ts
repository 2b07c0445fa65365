import type { MediaSource, PeerId, PeerSeen } from '@ajar/shared';
import type { CallState, Participant, RemoteTrack } from './state.ts';

/**
 * Everybody present after a (re)join, each in the place they had. Tracks come later, one by one. Where all had to join
 * anew, who was here and is not back yet keeps their place for as long as it takes: `withoutPeer` ends it.
 */
export function withRoster(state: CallState, peers: readonly PeerSeen[]): CallState {
  const now = new Map(peers.map((peer) => [peer.memberId, peer]));
  const known = state.participants.map((person) => now.get(person.memberId) ?? { ...person, reconnecting: true });
  const before = new Set(known.map(({ memberId }) => memberId));
  const all = [...known, ...peers.filter(({ memberId }) => !before.has(memberId))];
  return { ...state, participants: all.map((peer) => ({ ...peer, tracks: {} })), speaker: null, gone: [] };
}

/** Somebody came, or changed. A person who comes back under a new peer id takes their old place. */
export function withPeer(state: CallState, peer: PeerSeen): CallState {
  const at = state.participants.findIndex((other) => other.memberId === peer.memberId);
  const old = state.participants[at];
  if (!old) return { ...state, participants: [...state.participants, { ...peer, tracks: {} }], gone: [] };
  const tracks = old.peerId === peer.peerId ? old.tracks : {};
  return { ...state, participants: state.participants.with(at, { ...peer, tracks }) };
}

export function withoutPeer(state: CallState, peerId: PeerId): CallState {
  const left = state.participants.find((other) => other.peerId === peerId);
  if (!left) return state;
  return {
    ...state,
    participants: state.participants.filter((other) => other !== left),
    speaker: state.speaker === left.memberId ? null : state.speaker,
    gone: [...state.gone, left.name],
  };
}

/** One track of a peer as it is now; `null`: there is none any more. */
export function withTrack(
  state: CallState,
  peerId: PeerId,
  source: MediaSource,
  remote: RemoteTrack | null,
): CallState {
  return {
    ...state,
    participants: state.participants.map((other) =>
      other.peerId === peerId ? trackChanged(other, source, remote) : other,
    ),
  };
}

function trackChanged(participant: Participant, source: MediaSource, remote: RemoteTrack | null): Participant {
  const { [source]: _old, ...rest } = participant.tracks;
  return { ...participant, tracks: remote ? { ...rest, [source]: remote } : rest };
}

export function withSpeaker(state: CallState, peerId: PeerId | null, ownPeerId: PeerId | null): CallState {
  const other = state.participants.find((participant) => participant.peerId === peerId);
  const self = peerId !== null && peerId === ownPeerId ? (state.me?.memberId ?? null) : null;
  return { ...state, speaker: other?.memberId ?? self };
}
