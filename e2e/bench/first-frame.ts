declare global {
  interface Window {
    /** When the person pressed, and when the first picture of somebody else was shown; both in ms since navigation. */
    pressedAt: number;
    firstFrameAt: number;
    connections: RTCPeerConnection[];
  }
}

/** Runs in a page before anything else, and watches it from outside, the same way in Ajar's and in the bare script's. */
export function watchFirstFrame(): void {
  const remote = new WeakSet<MediaStreamTrack>();
  window.connections = [];
  window.firstFrameAt = 0;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.connections.push(this);
      this.addEventListener('track', ({ track }) => remote.add(track));
    }
  };
  window.addEventListener(
    'pointerup',
    () => {
      window.pressedAt = performance.now();
      window.firstFrameAt = 0;
    },
    { capture: true },
  );
  const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  if (!native) return;
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...native,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      native.set?.call(this, stream);
      const [track] = stream instanceof MediaStream ? stream.getVideoTracks() : [];
      if (!(this instanceof HTMLVideoElement) || !track || !remote.has(track)) return;
      // A picture counts from when it is on screen, however early its element has it.
      const shown = (now: number) => {
        if (this.isConnected) window.firstFrameAt ||= now;
        else requestAnimationFrame(shown);
      };
      this.requestVideoFrameCallback(shown);
    },
  });
}

/** Height of the tallest picture this page decodes now, in pixels, and how many it has decoded of those it still receives. */
export async function decoded(): Promise<{ height: number; pictures: number }> {
  const open = window.connections.filter((connection) => connection.connectionState !== 'closed');
  const reports = await Promise.all(open.map((connection) => connection.getStats()));
  const received = reports.flatMap((report) => [...report.values()]).filter(({ type }) => type === 'inbound-rtp');
  return {
    height: Math.max(0, ...received.map(({ frameHeight }) => frameHeight ?? 0)),
    pictures: received.reduce((sum, { framesDecoded }) => sum + (framesDecoded ?? 0), 0),
  };
}
