import { describe, expect, it } from 'vitest';
import { type Entry, figuresBetween, snapshotOf } from './figures.ts';

const voice = (received: number, lost: number): Entry => ({
  type: 'inbound-rtp',
  id: 'in-voice',
  trackIdentifier: 'voice',
  codecId: 'opus',
  bytesReceived: received * 100,
  packetsReceived: received,
  packetsLost: lost,
  totalSamplesReceived: (received + lost) * 960,
  concealedSamples: lost * 960 + 500,
  silentConcealedSamples: 500,
});

const layer = (rid: string, height: number, bytes: number, framesPerSecond: number): Entry => ({
  type: 'outbound-rtp',
  id: `out-${rid}`,
  mediaSourceId: 'source',
  remoteId: `remote-${rid}`,
  codecId: 'vp8',
  frameHeight: height,
  frameWidth: (height * 16) / 9,
  framesPerSecond,
  bytesSent: bytes,
  packetsSent: bytes / 1_000,
});

const common: Entry[] = [
  { type: 'codec', id: 'opus', mimeType: 'audio/opus' },
  { type: 'codec', id: 'vp8', mimeType: 'video/VP8' },
  { type: 'media-source', id: 'source', trackIdentifier: 'camera' },
  { type: 'transport', id: 'transport', selectedCandidatePairId: 'pair' },
  {
    type: 'candidate-pair',
    id: 'pair',
    localCandidateId: 'local',
    currentRoundTripTime: 0.08,
    availableOutgoingBitrate: 900_000,
  },
  { type: 'local-candidate', id: 'local', candidateType: 'host', protocol: 'udp' },
];

describe('figures', () => {
  it('are what came about between two moments', () => {
    const before = snapshotOf([...common, voice(100, 0)], 0);
    const now = snapshotOf([...common, voice(190, 10)], 2_000);
    expect(figuresBetween(before, now).get('voice')).toMatchObject({
      bitrate: 36_000,
      loss: 0.1,
      concealed: 0.1,
      codec: 'opus',
    });
  });

  it('take the layers of a picture together, at the size of the largest one that is sent', () => {
    const before = snapshotOf([...common, layer('r0', 180, 0, 15), layer('r1', 360, 0, 15)], 0);
    const now = snapshotOf(
      [...common, layer('r0', 180, 10_000, 15), layer('r1', 360, 40_000, 15), layer('r2', 720, 0, 0)],
      1_000,
    );
    expect(figuresBetween(before, now).get('camera')).toMatchObject({ bitrate: 400_000, height: 360, codec: 'VP8' });
  });

  it('know the way, and know nothing before there is one', () => {
    expect(snapshotOf(common, 0).path).toEqual({ route: 'udp', roundTrip: 80, available: 900_000 });
    const relayed = common.map((entry) => (entry.id === 'local' ? { ...entry, candidateType: 'relay' } : entry));
    expect(snapshotOf(relayed, 0).path.route).toBe('relay');
    expect(snapshotOf([], 0).path).toEqual({ route: null, roundTrip: null, available: null });
  });
});
