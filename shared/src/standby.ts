import { z } from 'zod';
import { memberId, peerId } from './ids.ts';
import { dtlsParameters, rtpParameters, transportParameters } from './media.ts';
import { iceServer } from './media-node.ts';
import { defineProtocol } from './protocol/protocol.ts';

/**
 * The signalling of the `/standby` namespace: both transports of a call that may come, connected before there is a room.
 * What is to be sent is
 * negotiated, and carries nothing. Nobody but the media node knows of any of it; `join` takes it over.
 */
export const standbyProtocol = defineProtocol({
  requests: {
    standBy: {
      data: z.object({ dtls: dtlsParameters }),
      reply: z.object({
        standbyId: peerId.meta({ description: 'Whoever takes it over is this peer' }),
        sendTransport: transportParameters,
        recvTransport: transportParameters,
        iceServers: z.array(iceServer),
      }),
    },
    /** A paused producer of what most people send, so that only its track is missing when they join. */
    begin: {
      data: z.object({ source: z.enum(['microphone', 'camera']), rtpParameters }),
      reply: z.object({ producerId: z.string() }),
    },
  },
  pushes: {},
});

/** Whose transports they are; only they can take them over. */
export const standbyTokenClaims = z.object({ member: memberId });
export type StandbyTokenClaims = z.infer<typeof standbyTokenClaims>;
