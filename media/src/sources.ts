import { AjarError, kindOfSource, type MediaSource } from '@ajar/shared';
import type { types } from 'mediasoup';

/**
 * mediasoup takes the sender's word for the kind; a video sent as a microphone would be heard by nobody.
 * @returns the kind of this source. @throws AjarError `bad-media-parameters` (bad-input) where what is sent is another.
 */
export function assertKind(source: MediaSource, { codecs }: types.RtpParameters): 'audio' | 'video' {
  const kind = kindOfSource[source];
  const right = Array.isArray(codecs) && codecs.every((codec) => `${codec?.mimeType}`.toLowerCase().startsWith(kind));
  if (!right) throw new AjarError('bad-input', 'bad-media-parameters', `rtpParameters: a ${source} carries ${kind}.`);
  return kind;
}
