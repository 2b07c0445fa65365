import type { ApiPart } from '../api/index.ts';
import type { MediaNodes } from './media-nodes.ts';

/** The REST route by which a page may try out whether calls get through. */
export function connectionCheckHandlers(nodes: MediaNodes): ApiPart<'checkConnection'> {
  return {
    checkConnection: ({ viewer, body }) => nodes.checkToken(viewer.member.memberId, body.mediaUrl),
  };
}
