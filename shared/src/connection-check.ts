import type { types } from 'mediasoup-client';
import { z } from 'zod';
import { iceServer, outline } from './media-node.ts';
import { defineProtocol } from './protocol/protocol.ts';
import type { RouteShape } from './rest.ts';

/*
 * Whether a call would get through, tried out for real: a page opens a short-lived transport of a media node for each way
 * there is, and sees whether it connects. The `/check` namespace lets in whoever has a token for that, which opens nothing else.
 */

/** `relay`: through the TURN server, over TLS where it has that. */
export const checkedWay = z.enum(['udp', 'tcp', 'relay']);
export type CheckedWay = z.infer<typeof checkedWay>;

const ports = z.array(z.number().int().min(1).max(65_535));

/** What a firewall has to let through, for those who keep it. */
export const checkTarget = z.object({
  host: z.string().meta({ description: 'Address of the media node' }),
  udp: ports,
  tcp: ports,
  relays: z
    .array(z.string())
    .meta({ description: 'turn: and turns: addresses (RFC 7065); empty: there is no TURN server' }),
});
export type CheckTarget = z.infer<typeof checkTarget>;

const dtlsParameters = outline<types.DtlsParameters>('fingerprints');

/** The node's end of a transport that carries nothing. */
const checkTransport = z.object({
  iceParameters: outline<types.IceParameters>('usernameFragment', 'password'),
  iceCandidates: z.array(outline<types.IceCandidate>('foundation', 'priority', 'port')),
  dtlsParameters,
  iceServers: z.array(iceServer),
});
export type CheckTransport = z.infer<typeof checkTransport>;

export const checkProtocol = defineProtocol({
  requests: {
    target: { data: z.object({}), reply: checkTarget },
    /** Each way once, with the page's fingerprints: nothing more is asked for it to connect. */
    open: { data: z.object({ way: checkedWay, dtlsParameters }), reply: checkTransport },
  },
  pushes: {},
});

export const connectionCheckRoutes = {
  checkConnection: {
    method: 'post',
    path: '/api/connection-check',
    summary: 'A token, good for a minute, to try out whether calls get through to a media node; it admits to no call',
    tag: 'encounters',
    access: 'member',
    body: z.object({
      mediaUrl: z.string().max(300).optional().meta({ description: 'The node of a call; default: any' }),
    }),
    reply: z.object({
      mediaUrl: z.string().meta({ description: 'Origin of the media node; empty: the origin of the page' }),
      token: z.string().meta({ description: 'Shown to its `/check` namespace. Never log it' }),
    }),
  },
} as const satisfies Record<string, RouteShape>;
