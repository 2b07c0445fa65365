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
  return page.evaluate(async (from) => {
    const open = window.peerConnections.slice(from).filter((connection) => connection.connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const all = reports.flatMap((report) => [...report.values()]).filter((entry) => entry.type === 'inbound-rtp');
    const sum = (name: string) => all.reduce((total, entry) => total + (entry[name] ?? 0), 0);
    const height = Math.max(0, ...all.map((entry) => entry.frameHeight ?? 0));
    return { frames: sum('framesDecoded'), height, energy: sum('totalAudioEnergy') };
  }, from);
}

/** How many connections this page has made so far. */
export function connectionsOf(page: Page): Promise<number> {
  return page.evaluate(() => window.peerConnections.length);
}
