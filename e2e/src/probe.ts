import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every connection this page has made, for the tests to read its statistics. */
    peerConnections: RTCPeerConnection[];
  }
}

/** Runs in the page before anything else: remembers each RTCPeerConnection. */
export function rememberConnections(): void {
  const connections: RTCPeerConnection[] = [];
  window.peerConnections = connections;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };
}

/** What has arrived at this page over all its connections so far, as the browser counts it. */
export interface Received {
  /** Decoded video frames. */
  frames: number;
  /** Height of the tallest picture, in pixels. */
  height: number;
  /** Sum of the energy of everything heard; silence adds nothing (webrtc-stats, totalAudioEnergy). */
  energy: number;
}

/** `from`: leaves out the first so many connections, those of before. */
export function received(page: Page, from = 0): Promise<Received> {
  return page.evaluate(whatArrived, from);
}

/** Runs in a page, of whatever browser. */
export async function whatArrived(from = 0): Promise<Received> {
  const open = window.peerConnections.slice(from).filter((connection) => connection.connectionState !== 'closed');
  // Firefox gives no answer about one that is closed meanwhile.
  const late = new Promise<null>((resolve) => setTimeout(resolve, 5_000, null));
  const reports = await Promise.all(open.map((connection) => Promise.race([connection.getStats(), late])));
  const all = reports.flatMap((report) => [...(report?.values() ?? [])]).filter(({ type }) => type === 'inbound-rtp');
  const sum = (name: string) => all.reduce((total, entry) => total + (entry[name] ?? 0), 0);
  const height = Math.max(0, ...all.map((entry) => entry.frameHeight ?? 0));
  return { frames: sum('framesDecoded'), height, energy: sum('totalAudioEnergy') };
}

/** How many connections this page has made so far. */
export function connectionsOf(page: Page): Promise<number> {
  return page.evaluate(() => window.peerConnections.length);
}

/** What this page does with pictures of cameras, as the browser counts it. */
export interface Layers {
  /** Bytes of pictures received so far. */
  receivedBytes: number;
  /** Height of the picture decoded last, in pixels. */
  receivedHeight: number;
  /** Height of the picture encoded last, the tallest of a simulcast, in pixels. */
  sentHeight: number;
  /** Frames encoded so far of each layer, by its name; none for layers that are not sent. */
  encoded: Readonly<Record<string, number>>;
}

export function layersOf(page: Page): Promise<Layers> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const video = reports.flatMap((report) => [...report.values()]).filter((entry) => entry.kind === 'video');
    const inbound = video.filter((entry) => entry.type === 'inbound-rtp');
    const outbound = video.filter((entry) => entry.type === 'outbound-rtp');
    return {
      receivedBytes: inbound.reduce((sum, entry) => sum + entry.bytesReceived, 0),
      receivedHeight: Math.max(0, ...inbound.map((entry) => entry.frameHeight ?? 0)),
      sentHeight: Math.max(0, ...outbound.map((entry) => entry.frameHeight ?? 0)),
      encoded: Object.fromEntries(outbound.map((entry) => [entry.rid ?? 'only', entry.framesEncoded ?? 0])),
    };
  });
}

/** The codecs of pictures this page sends and receives just now, such as `outbound VP9`. */
export function pictureCodecsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState === 'connected');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...report.values()].flatMap(({ type, kind, codecId }) => {
        const codec = /^(in|out)bound-rtp$/.test(type) && kind === 'video' ? report.get(codecId) : undefined;
        return codec ? [`${type.slice(0, -4)} ${codec.mimeType.slice('video/'.length)}`] : [];
      }),
    );
  });
}

/** The path of each open connection of this page: `direct over udp to 10.0.0.1:40000`, or `relay over tls to` the same. */
export function pathsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState === 'connected');
    const paths: string[] = [];
    for (const connection of open) {
      const report = await connection.getStats();
      for (const { type, selectedCandidatePairId } of report.values()) {
        const pair = type === 'transport' ? report.get(selectedCandidatePairId) : undefined;
        if (!pair) continue;
        const local = report.get(pair.localCandidateId);
        const remote = report.get(pair.remoteCandidateId);
        const over = local.candidateType === 'relay' ? local.relayProtocol : local.protocol;
        // A TCP connection of the browser's own shows up as `prflx`, learnt on the way.
        const how = local.candidateType === 'relay' ? 'relay' : 'direct';
        paths.push(`${how} over ${over} to ${remote.address}:${remote.port}`);
      }
    }
    return paths;
  });
}

/** The address of this machine that each open connection of this page goes out from. */
export function ownAddressesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState === 'connected');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...report.values()].flatMap(({ type, selectedCandidatePairId }) => {
        const pair = type === 'transport' ? report.get(selectedCandidatePairId) : undefined;
        return pair ? [String(report.get(pair.localCandidateId).address)] : [];
      }),
    );
  });
}

/** The UDP ports from which this page sends, and on which it receives. */
export function portsOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports
      .flatMap((report) => [...report.values()])
      .filter((entry) => entry.type === 'local-candidate' && entry.protocol === 'udp')
      .map((entry) => entry.port as number);
  });
}
