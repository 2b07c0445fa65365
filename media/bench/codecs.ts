import { Device, type types } from 'mediasoup-client';
import { io } from 'socket.io-client';

// One camera through the bare script, encoded in one way: a page that sends it and a page that receives it whole.

export interface Encoding {
  /** As in `video/VP9`. */
  codec: string;
  encodings: RTCRtpEncodingParameters[];
}

/** What has been sent or has come so far: counted by the browser, layers of a simulcast together. */
export interface Carried {
  bytes: number;
  frames: number;
  width: number;
  height: number;
  implementation: string;
}

let transport: types.Transport | undefined;
let track: MediaStreamTrack | undefined;

async function enter(url: string) {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  const ask = (what: string, ...data: unknown[]) => socket.emitWithAck(what, ...data);
  const joined = await ask('join');
  const device = new Device();
  await device.load({ routerRtpCapabilities: joined.rtpCapabilities });
  const connected = (made: types.Transport) => {
    made.on('connect', ({ dtlsParameters }, done) => void ask('connectTransport', made.id, dtlsParameters).then(done));
    transport = made;
    return made;
  };
  return { socket, ask, joined, device, connected };
}

async function send(url: string, { codec, encodings }: Encoding): Promise<void> {
  const { ask, joined, device, connected } = await enter(url);
  const send = connected(device.createSendTransport(joined.send));
  send.on('produce', ({ kind, rtpParameters }, done) => {
    void ask('produce', send.id, kind, rtpParameters).then((id: string) => done({ id }));
  });
  const video = { width: 1280, height: 720 };
  const [camera] = (await navigator.mediaDevices.getUserMedia({ video })).getTracks();
  const wanted = device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.endsWith(codec));
  if (!camera || !wanted) throw new Error(`This browser does not send ${codec}.`);
  camera.contentHint = 'motion';
  await send.produce({ track: camera, encodings, codec: wanted, codecOptions: { videoGoogleStartBitrate: 1_500 } });
}

async function receive(url: string): Promise<void> {
  const { socket, ask, joined, device, connected } = await enter(url);
  const recv = connected(device.createRecvTransport(joined.recv));
  const consume = async (producerId: string) => {
    const consumer = await recv.consume(await ask('consume', recv.id, producerId, device.recvRtpCapabilities));
    track = consumer.track;
    socket.emit('resume', consumer.id);
  };
  socket.on('produced', consume);
  await Promise.all(joined.producers.map(consume));
}

async function carried(): Promise<Carried> {
  const all = [...((await transport?.getStats())?.values() ?? [])];
  const streams = all.filter(({ type, kind }) => /-rtp$/.test(type) && !/remote/.test(type) && kind === 'video');
  const whole = streams.toSorted((a, b) => (b.frameHeight ?? 0) - (a.frameHeight ?? 0))[0];
  return {
    bytes: streams.reduce((sum, { bytesSent, bytesReceived }) => sum + (bytesSent ?? bytesReceived ?? 0), 0),
    frames: whole?.framesDecoded ?? whole?.framesSent ?? 0,
    width: whole?.frameWidth ?? 0,
    height: whole?.frameHeight ?? 0,
    implementation: whole?.encoderImplementation ?? whole?.decoderImplementation ?? '',
  };
}

declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack });
  readonly readable: ReadableStream<VideoFrame>;
}

/** How long a picture may take to come, in ms. */
const patience = 3_000;

/**
 * How like the film what comes is, for so many pictures of it: PSNR of the brightness in dB, against the picture of the film it
 * is most like, which is the one it was (ITU-T J.340). Pictures smaller than the film's say nothing, and are left out.
 */
async function likeness(filmUrl: string, pictures: number): Promise<number[]> {
  if (!track) throw new Error('Nothing is received.');
  const film = new Uint8Array(await (await fetch(filmUrl)).arrayBuffer());
  const header = film.indexOf(10) + 1;
  const [, width = 0, height = 0] =
    /W(\d+) H(\d+)/.exec(new TextDecoder().decode(film.slice(0, header)))?.map(Number) ?? [];
  const [whole, marker] = [width * height, 'FRAME\n'.length];
  const all = Math.floor((film.length - header) / (marker + whole * 1.5));
  const picture = (n: number) => film.subarray(header + n * (marker + whole * 1.5) + marker).subarray(0, whole);
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const found: number[] = [];
  for (let n = 0; n < pictures * 3 && found.length < pictures; n += 1) {
    const late = new Promise<{ value?: undefined }>((resolve) => setTimeout(() => resolve({}), patience));
    const { value: frame } = await Promise.race([reader.read(), late]);
    if (!frame) break;
    if (frame.displayHeight !== height || !frame.format) {
      frame.close();
      continue;
    }
    const { width: w = 0, height: h = 0 } = frame.visibleRect ?? {};
    const layout = [0, whole, whole * 1.25].map((offset, at) => ({ offset, stride: at ? width / 2 : width }));
    const copy = new Uint8Array(whole * 1.5);
    if (w === width && h === height) await frame.copyTo(copy, { layout });
    frame.close();
    // A few pixels tell which picture it was.
    const errors = Array.from({ length: all }, (_, at) => error(copy, picture(at), 97));
    const which = errors.indexOf(Math.min(...errors));
    found.push(10 * Math.log10(255 ** 2 / error(copy, picture(which), 1)));
  }
  void reader.cancel();
  return found;
}

/** Mean of the squares, of every `step`th pixel. */
function error(one: Uint8Array, other: Uint8Array, step: number): number {
  let sum = 0;
  for (let at = 0; at < other.length; at += step) sum += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2;
  return sum / Math.ceil(other.length / step);
}

const page = { send, receive, carried, likeness };

declare global {
  interface Window {
    codecs: typeof page;
  }
}

window.codecs = page;
