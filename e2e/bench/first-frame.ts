declare global {
  interface Window {
    /**
     * When the person pressed, and when the first picture of somebody else was shown and the first sound of them was played;
     * all in ms since navigation.
     */
    pressedAt: number;
    firstFrameAt: number;
    firstSoundAt: number;
    connections: RTCPeerConnection[];
  }
}

/** Runs in a page before anything else, and watches it from outside, the same way in Ajar's and in the bare script's. */
export function watchFirstFrame(): void {
  const remote = new WeakSet<MediaStreamTrack>();
  window.connections = [];
  window.firstFrameAt = 0;
  window.firstSoundAt = 0;
  // The last moment at which a sound was handed over to be played (WebRTC, section 5.6), looked at more often than there are any.
  const listen = (receiver: RTCRtpReceiver) => {
    if (window.firstSoundAt || receiver.track.readyState === 'ended') return;
    const [source] = receiver.getSynchronizationSources();
    if (source) window.firstSoundAt = source.timestamp - performance.timeOrigin;
    else setTimeout(listen, 5, receiver);
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.connections.push(this);
      this.addEventListener('track', ({ track, receiver }) => {
        remote.add(track);
        if (track.kind === 'audio') listen(receiver);
      });
    }
  };
  window.addEventListener(
    'pointerup',
    () => {
      window.pressedAt = performance.now();
      window.firstFrameAt = 0;
      window.firstSoundAt = 0;
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
