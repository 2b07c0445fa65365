import { readNodeToken } from '@ajar/media';
import { type NodeId, type NodeReport, nodesProtocol, push, type RoomMoment, serve, toAjarError } from '@ajar/shared';
import type { Namespace } from 'socket.io';
import { type Log, newRequestId, withRequestId } from '../log/index.ts';
import type { MediaNodes } from './media-nodes.ts';

export type NodesNamespaceOptions = {
  namespace: Namespace;
  nodes: MediaNodes;
  secret: Uint8Array;
  /** What becomes of comings and goings; the same for the node inside this process. */
  joined: (moment: RoomMoment) => Promise<void>;
  left: (moment: RoomMoment) => Promise<void>;
  /** A node has connected, and can be told what it missed while it was away. */
  back: (report: NodeReport) => Promise<void>;
  log: Log;
};

/** The socket.io room of a media node, so that any hub reaches it. */
const nodeRoom = (id: NodeId | string) => `node:${id}`;

/** The `/nodes` namespace, where lone media nodes report. A node proves itself by a token signed with the shared secret. */
export function attachNodes({ namespace, nodes, secret, joined, left, back, log }: NodesNamespaceOptions): void {
  nodes.commands.othersAre((id) => {
    const node = namespace.to(nodeRoom(id));
    return {
      closeRoom: (roomId) => push(node, nodesProtocol, 'closeRoom', { roomId }),
      removePeer: (roomId, memberId, mayReturn = false) =>
        push(node, nodesProtocol, 'removePeer', { roomId, memberId, mayReturn }),
      letIn: (roomId, memberId) => push(node, nodesProtocol, 'letIn', { roomId, memberId }),
    };
  });
  namespace.use((socket, next) => {
    readNodeToken(String(socket.handshake.auth['token'] ?? ''), secret).then(
      () => next(),
      (thrown: unknown) =>
        next(Object.assign(new Error('not a media node of this hub'), { data: toAjarError(thrown).toWire() })),
    );
  });
  namespace.on('connection', (socket) => {
    let known = false;
    serve(
      socket,
      nodesProtocol,
      {
        report: async (report) => {
          if (known) {
            await nodes.reported(report);
            return {};
          }
          await nodes.registered(report);
          await socket.join(nodeRoom(report.nodeId));
          log.info({ node: report.nodeId, url: report.url }, 'A media node is here');
          await back(report);
          known = true;
          return {};
        },
        joined: async (moment) => {
          await joined(moment);
          return {};
        },
        left: async (moment) => {
          await left(moment);
          return {};
        },
      },
      {
        around: (_name, run) => withRequestId(newRequestId(), run),
        onError: (request, err) => log.error({ err, request }, 'A message of a media node failed'),
      },
    );
    socket.on('disconnect', (reason) => log.warn({ reason }, 'A media node is gone'));
  });
}
