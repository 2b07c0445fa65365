import type { Device, types } from 'mediasoup-client';
import type { Scalable } from './encoding.ts';
import { allLayers } from './sources.ts';

/** The codec in which this browser sends a camera in one picture of several layers, where the node takes it. */
export function layeredCodec({
  sendRtpCapabilities: { codecs = [] },
}: Pick<Device, 'sendRtpCapabilities'>): types.RtpCodecCapability | undefined {
  const vp9 = codecs.find(({ mimeType }) => mimeType === 'video/VP9');
  return vp9 && encodesLayers() ? vp9 : undefined;
}

let known: boolean | undefined;

/** No list says so in every browser: it is tried. One that knows nothing of layers forgets what it was asked for, or refuses it. */
function encodesLayers(): boolean {
  known ??= tryLayers();
  return known;
}

function tryLayers(): boolean {
  const nowhere = new RTCPeerConnection();
  try {
    const codec = RTCRtpSender.getCapabilities('video')?.codecs.find(({ mimeType }) => mimeType === 'video/VP9');
    const asked: Scalable & { codec?: RTCRtpCodec } = { scalabilityMode: allLayers, ...(codec ? { codec } : {}) };
    const { sender } = nowhere.addTransceiver('video', { direction: 'sendonly', sendEncodings: [asked] });
    const [encoding]: Scalable[] = sender.getParameters().encodings;
    return codec !== undefined && encoding?.scalabilityMode === allLayers;
  } catch {
    return false;
  } finally {
    nowhere.close();
  }
}
