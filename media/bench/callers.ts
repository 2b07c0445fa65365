import {
  listen,
  mediaProtocol,
  type PushListeners,
  type PushName,
  request,
  type TransportParameters,
} from '@ajar/shared';
import { Device, type types } from 'mediasoup-client';
import { io, type Socket } from 'socket.io-client';

// Many people in one page, each with a connection of their own and no screen to show anybody on: those who are there so that
// something can be measured beside them. One camera and one microphone are shared by all of them.

export interface Caller {
  /** What they are counted with. */
  group: string;
  /** Where their signalling is. */
  url: string;
  /** What lets them into a room of Ajar; without it `url` is that of the bare script. */
  ajar?: { token: string; rtpCapabilities: types.RtpCapabilities };
  /** Whom they receive, by name. Default: everybody. */
  hears?: readonly string[];
  camera: { width: number; height: number };
}

/** What has come to a group so far, over all its connections. */
export interface Come {
  streams: number;
  packets: number;
  bytes: number;
  frames: number;
}

type Entered = { group: string; recv: types.Transport };
type Media = typeof mediaProtocol;

/** As Ajar's own page sends a camera and a microphone; in bit/s. */
const encodings = [120_000, 450_000, 1_700_000].map((maxBitrate, layer) => {
  return { maxBitrate, scaleResolutionDownBy: 2 ** (2 - layer), scalabilityMode: 'L1T3' };
});
const howToSend: Readonly<Record<string, types.ProducerOptions>> = {
  video: { encodings, codecOptions: { videoGoogleStartBitrate: 1_500 } },
  audio: {
    encodings: [{ maxBitrate: 40_000 }],
    codecOptions: { opusStereo: false, opusFec: true, opusDtx: true, opusNack: true },
  },
};

const entered: Entered[] = [];
/** Of each group. */
const voices = new Map<string, MediaStreamTrack[]>();
let devices: Promise<MediaStream> | undefined;

async function produceAll(send: types.Transport, { group, camera }: Caller): Promise<types.Producer[]> {
  devices ??= navigator.mediaDevices.getUserMedia({ audio: true, video: camera });
  const tracks = (await devices).getTracks().map((track) => track.clone());
  voices.set(group, [...(voices.get(group) ?? []), ...tracks.filter(({ kind }) => kind === 'audio')]);
  const producers: types.Producer[] = [];
  for (const track of tracks) producers.push(await send.produce({ track, ...howToSend[track.kind] }));
  return producers;
}

async function intoAjar(caller: Caller, { token, rtpCapabilities }: NonNullable<Caller['ajar']>): Promise<void> {
  const socket = io(`${caller.url}/media`, { transports: ['websocket'], forceNew: true, auth: { token } });
  const device = new Device();
  await device.load({ routerRtpCapabilities: rtpCapabilities });
  const names = new Map<string, string>();
  const cameras = new Map<string, RTCRtpSender>();
  const watched: string[] = [];
  const receiving = Promise.withResolvers<types.Transport>();
  const hears = (peerId: string) => !caller.hears || caller.hears.includes(names.get(peerId) ?? '');
  // What is not listened to here goes past.
  const rest = Object.keys(mediaProtocol.pushes).map((name) => [name as PushName<Media>, () => undefined]);
  listen(
    socket,
    mediaProtocol,
    {
      ...(Object.fromEntries(rest) as unknown as PushListeners<Media>),
      peerJoined: ({ peerId, name }) => void names.set(peerId, name),
      consumerReady: async (ready) => {
        if (!hears(ready.peerId)) return;
        const recv = await receiving.promise;
        await recv.consume({ ...ready, id: ready.consumerId });
        if (ready.kind === 'video') watched.push(ready.consumerId);
        await request(socket, mediaProtocol, 'resumeConsumers', { consumerIds: [ready.consumerId] });
      },
      layerWanted: async ({ producerId, layer }) => {
        const sender = cameras.get(producerId);
        if (sender) await encodeUpTo(sender, layer);
        // Who sees little of the others is seen as little by them.
        if (!caller.hears || layer < 0) return;
        for (const consumerId of watched) {
          await request(socket, mediaProtocol, 'setPreferredLayers', { consumerId, spatialLayer: layer });
        }
      },
    },
    (_name, error) => reportError(error),
  );
  const dtls = null;
  const joined = await request(socket, mediaProtocol, 'join', { rtpCapabilities: device.recvRtpCapabilities, dtls });
  for (const { peerId, name } of joined.peers) names.set(peerId, name);
  // Nobody here opens a channel for data.
  const media = ({ sctpParameters: _, ...parameters }: TransportParameters): types.TransportOptions => parameters;
  const send = device.createSendTransport(media(joined.sendTransport));
  const recv = device.createRecvTransport(media(joined.recvTransport));
  for (const transport of [send, recv]) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const { id: transportId } = transport;
      request(socket, mediaProtocol, 'connectTransport', { transportId, dtlsParameters }).then(() => done(), failed);
    });
  }
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    const source = kind === 'video' ? 'camera' : 'microphone';
    const produce = request(socket, mediaProtocol, 'produce', { source, rtpParameters, paused: false });
    produce.then(({ producerId }) => done({ id: producerId }), failed);
  });
  receiving.resolve(recv);
  entered.push({ group: caller.group, recv });
  const [heard = [], unheard = []] = [true, false].map((is) =>
    joined.consumers.filter((one) => hears(one.peerId) === is),
  );
  if (unheard.length > 0) {
    const consumerIds = unheard.map(({ consumerId }) => consumerId);
    await request(socket, mediaProtocol, 'pauseConsumers', { consumerIds });
  }
  await Promise.all(heard.map((ready) => recv.consume({ ...ready, id: ready.consumerId })));
  for (const { consumerId, kind } of heard) if (kind === 'video') watched.push(consumerId);
  for (const { id, kind, rtpSender } of await produceAll(send, caller)) {
    if (kind === 'video' && rtpSender) cameras.set(id, rtpSender);
  }
}

async function encodeUpTo(sender: RTCRtpSender, layer: number): Promise<void> {
  const parameters = sender.getParameters();
  parameters.encodings.forEach((encoding, at) => {
    encoding.active = at <= layer;
  });
  await sender.setParameters(parameters);
}

async function intoBare(caller: Caller): Promise<void> {
  const { group, url } = caller;
  const socket: Socket = io(url, { transports: ['websocket'], forceNew: true });
  const ask = (name: string, ...data: unknown[]) => socket.emitWithAck(name, ...data);
  const device = new Device();
  const receiving = Promise.withResolvers<types.Transport>();
  const consume = async (producerId: string) => {
    const recv = await receiving.promise;
    const consumer = await recv.consume(await ask('consume', recv.id, producerId, device.recvRtpCapabilities));
    socket.emit('resume', consumer.id);
  };
  socket.on('produced', consume);
  const joined = await ask('join');
  await device.load({ routerRtpCapabilities: joined.rtpCapabilities });
  const [send, recv] = [device.createSendTransport(joined.send), device.createRecvTransport(joined.recv)];
  for (const transport of [send, recv]) {
    const { id } = transport;
    transport.on('connect', ({ dtlsParameters }, done) => void ask('connectTransport', id, dtlsParameters).then(done));
  }
  send.on('produce', ({ kind, rtpParameters }, done) => {
    void ask('produce', send.id, kind, rtpParameters).then((id: string) => done({ id }));
  });
  receiving.resolve(recv);
  entered.push({ group, recv });
  await Promise.all(joined.producers.map(consume));
  await produceAll(send, caller);
}

async function come(group: string): Promise<Come> {
  const reports = await Promise.all(entered.filter((one) => one.group === group).map(({ recv }) => recv.getStats()));
  // mediasoup probes the way with a stream of its own, which is nobody's.
  const streams = reports
    .flatMap((report) => [...report.values()])
    .filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator');
  const sum = (name: string) => streams.reduce((total, stream) => total + (stream[name] ?? 0), 0);
  return {
    streams: streams.filter(({ packetsReceived }) => packetsReceived > 0).length,
    packets: sum('packetsReceived'),
    bytes: sum('bytesReceived'),
    frames: sum('framesDecoded'),
  };
}

/** How long each speaks before the next one does, in ms. */
const turn = 3_000;
let turns: ReturnType<typeof setInterval> | undefined;

/** From now on one of each group speaks at a time. */
function takeTurns(): void {
  clearInterval(turns);
  let at = 0;
  const next = () => {
    at += 1;
    for (const group of voices.values()) {
      for (const [n, voice] of group.entries()) voice.enabled = n === at % group.length;
    }
  };
  next();
  turns = setInterval(next, turn);
}

const page = {
  enter: async (caller: Caller) => await (caller.ajar ? intoAjar(caller, caller.ajar) : intoBare(caller)),
  come,
  takeTurns,
};

declare global {
  interface Window {
    callers: typeof page;
  }
}

window.callers = page;
