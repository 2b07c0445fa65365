import { Device, type types } from 'mediasoup-client';
import { io } from 'socket.io-client';

// The page of bare.ts. It joins when its button is pressed, when another's is, or at once at the address /inside.
const socket = io({ transports: ['websocket'] });
const ask = (name: string, ...data: unknown[]) => socket.emitWithAck(name, ...data);
type Joined = Record<'send' | 'recv', types.TransportOptions> & {
  rtpCapabilities: types.RtpCapabilities;
  producers: string[];
};

async function join(): Promise<void> {
  const media = navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
  const ready = Promise.withResolvers<types.Transport>();
  const seen = new Set<string>();
  const consume = async (producerId: string) => {
    if (seen.has(producerId)) return;
    seen.add(producerId);
    const recv = await ready.promise;
    const consumer = await recv.consume(await ask('consume', recv.id, producerId, device.recvRtpCapabilities));
    show(consumer.track);
    socket.emit('resume', consumer.id);
  };
  socket.on('produced', consume);
  const joined: Joined = await ask('join');
  const device = new Device();
  await device.load({ routerRtpCapabilities: joined.rtpCapabilities });
  const send = device.createSendTransport(joined.send);
  const recv = device.createRecvTransport(joined.recv);
  for (const transport of [send, recv]) {
    const { id } = transport;
    transport.on('connect', ({ dtlsParameters }, done) => void ask('connectTransport', id, dtlsParameters).then(done));
  }
  send.on('produce', ({ kind, rtpParameters }, done) => {
    void ask('produce', send.id, kind, rtpParameters).then((id: string) => done({ id }));
  });
  ready.resolve(recv);
  const encodings = [4, 2, 1].map((scaleResolutionDownBy) => ({ scaleResolutionDownBy }));
  const produce = async (track: MediaStreamTrack) =>
    await send.produce(track.kind === 'video' ? { track, encodings } : { track });
  await Promise.all([...joined.producers.map(consume), ...(await media).getTracks().map(produce)]);
}

function show(track: MediaStreamTrack): void {
  const element = document.createElement(track.kind === 'video' ? 'video' : 'audio');
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
}

socket.on('called', join);
document.querySelector('button')?.addEventListener('click', () => {
  socket.emit('call');
  void join();
});
if (location.pathname === '/inside') void join();
