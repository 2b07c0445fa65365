import type { ApiPart } from '../api/index.ts';
import type { MediaNodes } from './media-nodes.ts';

/** The REST routes by which a page finds its way to a media node without being let into a room. */
export function nodeHandlers(nodes: MediaNodes): ApiPart<'checkConnection' | 'standBy'> {
  return {
    checkConnection: ({ viewer, body }) => nodes.checkToken(viewer.member.memberId, body.mediaUrl),
    standBy: ({ viewer }) => nodes.standBy(viewer.member.memberId),
  };
}
