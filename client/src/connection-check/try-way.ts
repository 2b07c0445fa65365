import type { CheckedWay, CheckTransport } from '@ajar/shared';
import { answerOf, dtlsOf } from './answer.ts';

/** How long one way may take, in ms: no more than a call may take before its screen says so. */
const wayLimit = 7_000;

/**
 * Connects to the media node by this way alone, ICE and DTLS, as a call would. @returns whether that came about.
 * @param open asks the node for its end of the transport.
 */
export async function tryWay(
  way: CheckedWay,
  open: (way: CheckedWay, dtlsParameters: CheckTransport['dtlsParameters']) => Promise<CheckTransport>,
  signal: AbortSignal,
): Promise<boolean> {
  const connection = new RTCPeerConnection();
  try {
    const connected = connectedWithin(connection, signal);
    connection.createDataChannel('check');
    const offer = await connection.createOffer();
    const ends = await open(way, dtlsOf(offer.sdp ?? ''));
    const iceServers = ends.iceServers.map(({ urls, username = '', credential = '' }) => ({
      urls,
      username,
      credential,
    }));
    connection.setConfiguration({ iceServers, iceTransportPolicy: way === 'relay' ? 'relay' : 'all' });
    await connection.setLocalDescription(offer);
    await connection.setRemoteDescription({ type: 'answer', sdp: answerOf(ends) });
    return await connected;
  } finally {
    connection.close();
  }
}

/** Never rejects. */
function connectedWithin(connection: RTCPeerConnection, signal: AbortSignal): Promise<boolean> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(wayLimit)]);
  return new Promise((resolve) => {
    limit.addEventListener('abort', () => resolve(false));
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'connected') resolve(true);
      if (connection.connectionState === 'failed') resolve(false);
    });
  });
}
