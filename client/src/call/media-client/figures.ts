/** One entry of a browser's statistics (W3C webrtc-stats). */
export type Entry = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

/** What is counted of one track, since it began; of what is sent, all its layers together. */
export interface Flow {
  bytes: number;
  /** Packets that got through. */
  packets: number;
  lost: number;
  /** Samples of sound that were played, and how many of them the browser had to make up (RFC 6716 calls it concealment). */
  samples: number;
  concealed: number;
  /** Of the picture, in pixels; 0 for sound. */
  width: number;
  height: number;
  framesPerSecond: number;
  /** Such as `VP8`. */
  codec: string;
}

/** The way to the media node. */
export interface Path {
  /** `null`: not known yet. */
  route: 'udp' | 'tcp' | 'relay' | null;
  /** In ms. */
  roundTrip: number | null;
  /** What the browser believes can be sent, in bit/s; `null` where it does not tell. */
  available: number | null;
}

/** What the statistics say at one moment (`at` in ms); flows by the id of their track. */
export interface Snapshot {
  at: number;
  flows: ReadonlyMap<string, Flow>;
  path: Path;
}

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function snapshotOf(entries: readonly Entry[], at: number): Snapshot {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const flows = new Map<string, Flow>();
  for (const entry of entries) {
    const counted =
      entry.type === 'inbound-rtp' ? inbound(entry) : entry.type === 'outbound-rtp' && outbound(entry, byId);
    if (!counted) continue;
    const track = text(entry['trackIdentifier'] ?? byId.get(text(entry['mediaSourceId']))?.['trackIdentifier']);
    const codec = text(byId.get(text(entry['codecId']))?.['mimeType']).split('/')[1] ?? '';
    const flow = { ...counted, codec };
    const other = flows.get(track);
    flows.set(track, other ? together(other, flow) : flow);
  }
  return { at, flows, path: pathOf(entries, byId) };
}

function inbound(entry: Entry): Flow {
  return {
    bytes: number(entry['bytesReceived']),
    packets: number(entry['packetsReceived']),
    lost: Math.max(0, number(entry['packetsLost'])),
    samples: number(entry['totalSamplesReceived']),
    // What is made up in silence is comfort noise, and nobody misses anything.
    concealed: number(entry['concealedSamples']) - number(entry['silentConcealedSamples']),
    ...pictureOf(entry),
  };
}

function outbound(entry: Entry, byId: ReadonlyMap<string, Entry>): Flow {
  const lost = Math.max(0, number(byId.get(text(entry['remoteId']))?.['packetsLost']));
  return {
    bytes: number(entry['bytesSent']),
    packets: Math.max(0, number(entry['packetsSent']) - lost),
    lost,
    samples: 0,
    concealed: 0,
    ...pictureOf(entry),
  };
}

function pictureOf(entry: Entry): Pick<Flow, 'width' | 'height' | 'framesPerSecond' | 'codec'> {
  return {
    width: number(entry['frameWidth']),
    height: number(entry['frameHeight']),
    framesPerSecond: number(entry['framesPerSecond']),
    codec: '',
  };
}

/** Layers of one picture: their counts together, the size of the largest that is being sent. */
function together(one: Flow, other: Flow): Flow {
  const largest = other.framesPerSecond > 0 && other.height > one.height ? other : one;
  return {
    ...largest,
    bytes: one.bytes + other.bytes,
    packets: one.packets + other.packets,
    lost: one.lost + other.lost,
    samples: one.samples + other.samples,
    concealed: one.concealed + other.concealed,
  };
}

function pathOf(entries: readonly Entry[], byId: ReadonlyMap<string, Entry>): Path {
  const transport = entries.find((entry) => entry.type === 'transport' && entry['selectedCandidatePairId']);
  const pair =
    byId.get(text(transport?.['selectedCandidatePairId'])) ??
    entries.find((entry) => entry.type === 'candidate-pair' && entry['nominated'] === true);
  if (!pair) return { route: null, roundTrip: null, available: null };
  const local = byId.get(text(pair['localCandidateId']));
  const roundTrip = pair['currentRoundTripTime'];
  const available = pair['availableOutgoingBitrate'];
  return {
    route: local?.['candidateType'] === 'relay' ? 'relay' : local?.['protocol'] === 'tcp' ? 'tcp' : 'udp',
    roundTrip: typeof roundTrip === 'number' ? roundTrip * 1_000 : null,
    available: typeof available === 'number' ? available : null,
  };
}

/** What one track was like between two moments. */
export interface Figures {
  /** In bit/s. */
  bitrate: number;
  /** Share of packets lost, 0 to 1. */
  loss: number;
  /** Share of the sound that was made up, 0 to 1. */
  concealed: number;
  width: number;
  height: number;
  framesPerSecond: number;
  codec: string;
}

/** By the id of the track. A track that has just begun has no figures yet. */
export function figuresBetween(before: Snapshot, now: Snapshot): Map<string, Figures> {
  const seconds = Math.max((now.at - before.at) / 1_000, 0.001);
  return new Map(
    [...now.flows].flatMap(([track, flow]): [string, Figures][] => {
      const then = before.flows.get(track);
      if (!then) return [];
      const grown = (name: 'bytes' | 'packets' | 'lost' | 'samples' | 'concealed') =>
        Math.max(0, flow[name] - then[name]);
      const { width, height, framesPerSecond, codec } = flow;
      return [
        [
          track,
          {
            bitrate: (grown('bytes') * 8) / seconds,
            loss: share(grown('lost'), grown('packets') + grown('lost')),
            concealed: share(grown('concealed'), grown('samples')),
            width,
            height,
            framesPerSecond,
            codec,
          },
        ],
      ];
    }),
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
