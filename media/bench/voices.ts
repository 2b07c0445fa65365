import { Device, type types } from 'mediasoup-client';
import { io } from 'socket.io-client';

// One microphone, sent through the bare script many times at once, each time mended in another way: what is lost on the way is
// then lost for all of them alike.

/** How one of them is mended. */
export interface Mending {
  name: string;
  /** In-band forward error correction: each packet carries a rough copy of the one before (RFC 6716, section 2.1.7). */
  fec: boolean;
  /** On which part of the way what is missing is asked for again: on the way to the node, or also on the way from it. */
  nack: 'none' | 'there' | 'both';
  /** How long the listener lets what has come wait, at least, so that what is sent again comes in time, in ms. */
  wait: number;
  /** Nothing is sent in silence. */
  dtx: boolean;
}

/** What one of them has come to so far. */
export interface Heard {
  samples: number;
  /** Made up, silence left out. */
  concealed: number;
  bytes: number;
}

const recvs = new Map<string, types.Transport>();

/** Sends it, and receives it. @returns the ports of this page from which it is sent, and from which it is received. */
async function begin(url: string, { name, fec, nack, wait, dtx }: Mending): Promise<{ up: number[]; down: number[] }> {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  const ask = (what: string, ...data: unknown[]) => socket.emitWithAck(what, ...data);
  const joined = await ask('join');
  const device = new Device();
  await device.load({ routerRtpCapabilities: joined.rtpCapabilities });
  const [send, recv] = [device.createSendTransport(joined.send), device.createRecvTransport(joined.recv)];
  for (const transport of [send, recv]) {
    const { id } = transport;
    transport.on('connect', ({ dtlsParameters }, done) => void ask('connectTransport', id, dtlsParameters).then(done));
  }
  const askAgain = { type: 'nack' };
  const asking = <Codec extends { rtcpFeedback?: types.RtcpFeedback[] }>(asks: boolean, codecs: Codec[] = []) =>
    codecs.map(({ rtcpFeedback = [], ...codec }) => ({
      ...codec,
      rtcpFeedback: [...rtcpFeedback.filter(({ type }) => type !== askAgain.type), ...(asks ? [askAgain] : [])],
    }));
  send.on('produce', ({ kind, rtpParameters }, done) => {
    const codecs = asking(nack !== 'none', rtpParameters.codecs);
    void ask('produce', send.id, kind, { ...rtpParameters, codecs }).then((id: string) => done({ id }));
  });
  const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();
  if (!track) throw new Error('There is no microphone.');
  const producer = await send.produce({
    track,
    encodings: [{ maxBitrate: 40_000 }],
    codecOptions: { opusStereo: false, opusFec: fec, opusDtx: dtx, opusNack: nack !== 'none' },
  });
  const codecs = asking(nack === 'both', device.recvRtpCapabilities.codecs);
  const consumer = await recv.consume(
    await ask('consume', recv.id, producer.id, { ...device.recvRtpCapabilities, codecs }),
  );
  const { rtpReceiver } = consumer;
  if (rtpReceiver && wait) rtpReceiver.jitterBufferTarget = wait;
  socket.emit('resume', consumer.id);
  // What nobody plays is not decoded.
  const audio = new Audio();
  audio.srcObject = new MediaStream([consumer.track]);
  await audio.play();
  recvs.set(name, recv);
  return { up: await portsOf(send), down: await portsOf(recv) };
}

async function portsOf(transport: types.Transport): Promise<number[]> {
  for (;;) {
    const all = [...(await transport.getStats()).values()];
    const found = all.filter(({ type, protocol }) => type === 'local-candidate' && protocol === 'udp');
    if (found.length > 0) return found.map(({ port }) => port);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function heard(name: string): Promise<Heard> {
  const all = [...((await recvs.get(name)?.getStats())?.values() ?? [])];
  const voice = all.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
  return {
    samples: voice?.totalSamplesReceived ?? 0,
    concealed: (voice?.concealedSamples ?? 0) - (voice?.silentConcealedSamples ?? 0),
    bytes: voice?.bytesReceived ?? 0,
  };
}

const page = { begin, heard };

declare global {
  interface Window {
    voices: typeof page;
  }
}

window.voices = page;
