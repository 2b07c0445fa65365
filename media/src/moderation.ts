import { AjarError, assertUnreachable, type Moderation, type PeerId } from '@ajar/shared';
import type { Floor } from './floor.ts';
import type { Peer } from './peer.ts';

export interface Moderated {
  floor: Floor;
  /** Everybody in the room. */
  peers: readonly Peer[];
}

/**
 * Does what somebody who moderates asks for. Whether they may is decided by their token alone, before anything else.
 * @throws AjarError `may-not-moderate` (not-allowed), `no-such-peer`, `nobody-knocks` (not-found), `is-moderator` (conflict).
 */
export async function moderate({ floor, peers }: Moderated, by: Peer, asked: Moderation): Promise<void> {
  const { may, name } = by.claims;
  if (!may.moderate) {
    throw new AjarError(
      'not-allowed',
      'may-not-moderate',
      'Only the host of this room decides that. Nothing was changed.',
    );
  }
  switch (asked.act) {
    case 'ask-to-mute': {
      const peer = moderatable(peers, asked.peerId);
      if (peer.speaks) peer.push('moderated', { act: 'asked-to-mute', by: name });
      return;
    }
    case 'mute': {
      const peer = moderatable(peers, asked.peerId);
      if (!(await peer.silence())) return;
      floor.setMuted(peer.claims.member, true);
      peer.push('moderated', { act: 'muted', by: name });
      return;
    }
    case 'stop-share': {
      const peer = moderatable(peers, asked.peerId);
      if (peer.stopShare()) peer.push('moderated', { act: 'share-stopped', by: name });
      return;
    }
    case 'lower-hand': {
      const peer = inRoom(peers, asked.peerId);
      const lowered = floor.setHand(peer.claims.member, false);
      if (lowered && peer !== by) peer.push('moderated', { act: 'hand-lowered', by: name });
      return;
    }
    case 'remove':
      moderatable(peers, asked.peerId).close(asked.back ? 'shown-out' : 'barred', name);
      return;
    case 'lock':
      floor.lock(asked.locked, name);
      return;
    case 'answer':
      if (!floor.has(asked.memberId)) {
        throw new AjarError('not-found', 'nobody-knocks', 'They do not wait any more. Nothing was changed.');
      }
      if (asked.letIn) floor.letIn(asked.memberId, name);
      else floor.turnAway(asked.memberId, name);
      return;
    default:
      assertUnreachable(asked);
  }
}

function inRoom(peers: readonly Peer[], peerId: PeerId): Peer {
  const peer = peers.find(({ id }) => id === peerId);
  if (!peer) throw new AjarError('not-found', 'no-such-peer', 'They are not in this call any more.');
  return peer;
}

function moderatable(peers: readonly Peer[], peerId: PeerId): Peer {
  const peer = inRoom(peers, peerId);
  if (peer.claims.may.moderate) {
    throw new AjarError('conflict', 'is-moderator', 'Whoever moderates is not moderated. Nothing was changed.');
  }
  return peer;
}
