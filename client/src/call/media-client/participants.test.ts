import { memberId, peerId } from '@ajar/shared';
import { describe, expect, it } from 'vitest';
import { withoutPeer, withPeer, withRoster, withSpeaker, withTrack } from './participants.ts';
import { newCallState, type RemoteTrack } from './state.ts';

const id = (last: number) => `0199aaaa-0000-7000-8000-00000000000${last}`;
const bea = {
  peerId: peerId.parse(id(1)),
  memberId: memberId.parse(id(2)),
  name: 'Bea Lindqvist',
  reconnecting: false,
};
const chidi = { peerId: peerId.parse(id(3)), memberId: memberId.parse(id(4)), name: 'Chidi', reconnecting: false };
const voice: RemoteTrack = { track: {} as MediaStreamTrack, paused: false };
const both = withRoster(newCallState, [bea, chidi]);

describe('participants', () => {
  it('keeps tracks when a peer only changes', () => {
    const heard = withTrack(both, bea.peerId, 'microphone', voice);
    const [changed] = withPeer(heard, { ...bea, reconnecting: true }).participants;
    expect(changed).toMatchObject({ reconnecting: true, tracks: { microphone: voice } });
  });

  it('gives somebody who comes back as another peer their old place, without the old tracks', () => {
    const heard = withTrack(both, bea.peerId, 'microphone', voice);
    const back = withPeer(heard, { ...bea, peerId: peerId.parse(id(5)) });
    expect(back.participants.map(({ name }) => name)).toEqual(['Bea Lindqvist', 'Chidi']);
    expect(back.participants[0]?.tracks).toEqual({});
    // The end of the old peer, told late, ends nobody.
    expect(withoutPeer(back, bea.peerId)).toBe(back);
  });

  it('keeps the places of those who are not back yet after all had to join anew', () => {
    const dana = { ...bea, peerId: peerId.parse(id(8)), memberId: memberId.parse(id(9)), name: 'Dana' };
    const chidiAgain = { ...chidi, peerId: peerId.parse(id(5)) };
    const again = withRoster(both, [dana, chidiAgain]);
    expect(again.participants.map(({ name, reconnecting }) => [name, reconnecting])).toEqual([
      ['Bea Lindqvist', true],
      ['Chidi', false],
      ['Dana', false],
    ]);
    expect(withPeer(again, { ...bea, peerId: peerId.parse(id(6)) }).participants[0]).toMatchObject({
      name: 'Bea Lindqvist',
      reconnecting: false,
    });
    expect(withoutPeer(again, bea.peerId).participants.map(({ name }) => name)).toEqual(['Chidi', 'Dana']);
  });

  it('remembers who left until somebody comes', () => {
    const left = withoutPeer(withSpeaker(both, bea.peerId, null), bea.peerId);
    expect(left).toMatchObject({ gone: ['Bea Lindqvist'], speaker: null });
    expect(withPeer(left, bea).gone).toEqual([]);
  });

  it('takes a track away', () => {
    const heard = withTrack(both, chidi.peerId, 'microphone', voice);
    expect(withTrack(heard, chidi.peerId, 'microphone', null).participants[1]?.tracks).toEqual({});
  });

  it('knows oneself as the speaker', () => {
    const me = { memberId: memberId.parse(id(6)), name: 'Eli', moderates: false };
    const own = peerId.parse(id(7));
    expect(withSpeaker({ ...both, me }, own, own).speaker).toBe(me.memberId);
    expect(withSpeaker({ ...both, me }, chidi.peerId, own).speaker).toBe(chidi.memberId);
    expect(withSpeaker({ ...both, me }, null, own).speaker).toBeNull();
  });
});
