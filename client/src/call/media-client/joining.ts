import type { Admission, MediaSource, mediaProtocol, ReplyData } from '@ajar/shared';
import { deviceFor, identity } from './browser.ts';
import { standbyAt } from './connection.ts';
import type { Link } from './link.ts';
import type { LocalMedia } from './local-media.ts';
import type { SessionOptions } from './session.ts';
import { heardOver } from './sources.ts';

export interface JoiningOptions {
  link: Link;
  admission: Admission;
  local: Pick<LocalMedia, 'awaited' | 'wanted'>;
}

/** What a session is made of: the node's reply, and what stood by if the node has taken it over. */
export type JoinedRoom = Pick<SessionOptions, 'joined' | 'standby' | 'device' | 'identity'>;

/** One round trip into the room, with the transports that stand by where there are any. @throws AjarError */
export async function joinRoom({ link, admission, local }: JoiningOptions): Promise<JoinedRoom> {
  const [device, own] = await Promise.all([deviceFor(admission.rtpCapabilities), identity()]);
  const standby = standbyAt(admission.mediaUrl);
  const pair = standby?.take(device, [...local.awaited, ...(Object.keys(local.wanted) as MediaSource[])]) ?? null;
  let joined: ReplyData<typeof mediaProtocol, 'join'>;
  try {
    joined = await link.ask('join', {
      rtpCapabilities: heardOver(link.roundTrip, device.recvRtpCapabilities),
      dtls: own.dtls,
      ...(pair ? { standby: { id: pair.id, sources: [...pair.producers.keys()] } } : {}),
    });
  } catch (thrown) {
    pair?.close();
    throw thrown;
  } finally {
    standby?.close();
  }
  const takenOver = pair?.send.id === joined.sendTransport.id;
  if (!takenOver) pair?.close();
  return { joined, standby: takenOver ? pair : null, device, identity: own };
}
