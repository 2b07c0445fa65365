import type { types } from 'mediasoup-client';
import { z } from 'zod';
import { filePushes, fileRequests } from './files.ts';
import { floorSeen, moderated, moderation, reaction, said, saying } from './floor.ts';
import { memberId, peerId, roomId } from './ids.ts';
import { iceServer, outline, rtpCapabilities } from './media-node.ts';
import { pointerPushes, pointerRequests } from './pointer.ts';
import { defineProtocol } from './protocol/protocol.ts';

/*
 * The signalling of the `/media` namespace. What mediasoup itself validates (RTP and DTLS parameters) is checked here
 * only for being an object of the right outline; mediasoup's own TypeError becomes a `bad-input` answer.
 */

export const rtpParameters = outline<types.RtpParameters>('codecs', 'encodings').meta({ type: 'object' });
export const dtlsParameters = outline<types.DtlsParameters>('fingerprints').meta({ type: 'object' });
const iceParameters = outline<types.IceParameters>('usernameFragment', 'password').meta({ type: 'object' });
const sctpParameters = outline<types.SctpParameters>('port', 'maxSendMessageSize');
const iceCandidate = outline<types.IceCandidate>('foundation', 'priority', 'port').meta({ type: 'object' });

/** What a producer carries. One of each a peer at most. */
export const mediaSource = z.enum(['microphone', 'camera', 'screen', 'screen-audio']);
export type MediaSource = z.infer<typeof mediaSource>;

/** The kind of media of each source. */
export const kindOfSource: Readonly<Record<MediaSource, 'audio' | 'video'>> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

export const transportParameters = z.object({
  id: z.string(),
  iceParameters,
  iceCandidates: z.array(iceCandidate),
  dtlsParameters,
  sctpParameters: sctpParameters.optional().meta({ description: 'There where data channels can be opened' }),
});
export type TransportParameters = z.infer<typeof transportParameters>;

/** `reconnecting`: the peer's socket is gone and its place is kept for a while. */
export const peerSeen = z.object({
  peerId,
  memberId,
  name: z.string(),
  reconnecting: z.boolean(),
  listening: z.boolean().optional().meta({ description: 'Came just to listen, and has not turned the microphone on' }),
});
export type PeerSeen = z.infer<typeof peerSeen>;

/** A consumer the node has made for this peer, with all that the browser needs to receive it. */
export const readyConsumer = z.object({
  consumerId: z.string(),
  producerId: z.string(),
  peerId,
  source: mediaSource,
  kind: z.enum(['audio', 'video']),
  rtpParameters,
  producerPaused: z.boolean(),
  /** Nothing of it is sent before `resumeConsumers` names it. */
  waits: z.boolean(),
});
export type ReadyConsumer = z.infer<typeof readyConsumer>;

const nothing = z.object({});

export const mediaProtocol = defineProtocol({
  requests: {
    /**
     * One round trip into the room. With `dtls` (the fingerprints of the browser's certificate, known before it
     * connects) the node connects both transports at once; without it, `connectTransport` follows for each. With
     * `standby` it takes over the transports that stand by, if they are where the room is, and of what was begun on them
     * these sources; the rest ends.
     */
    join: {
      data: z.object({
        rtpCapabilities,
        dtls: dtlsParameters.nullable(),
        standby: z.object({ id: peerId, sources: z.array(mediaSource).max(4) }).optional(),
      }),
      reply: z.object({
        peerId,
        sendTransport: transportParameters,
        recvTransport: transportParameters,
        iceServers: z.array(iceServer),
        peers: z.array(peerSeen),
        consumers: z.array(readyConsumer),
        floor: floorSeen,
        layeredCamera: z.boolean().optional().meta({
          description: 'All here can decode VP9: a camera may be sent in it, as one picture of three layers',
        }),
      }),
    },
    connectTransport: { data: z.object({ transportId: z.string(), dtlsParameters }), reply: nothing },
    produce: {
      data: z.object({ source: mediaSource, rtpParameters, paused: z.boolean() }),
      reply: z.object({ producerId: z.string() }),
    },
    closeProducer: { data: z.object({ producerId: z.string() }), reply: nothing },
    setProducerPaused: { data: z.object({ producerId: z.string(), paused: z.boolean() }), reply: nothing },
    /** The browser has these consumers set up: let media flow (their first key frame is asked for now). */
    resumeConsumers: { data: z.object({ consumerIds: z.array(z.string()).min(1).max(100) }), reply: nothing },
    pauseConsumers: { data: z.object({ consumerIds: z.array(z.string()).min(1).max(100) }), reply: nothing },
    setPreferredLayers: {
      data: z.object({ consumerId: z.string(), spatialLayer: z.number().int().min(0).max(2) }),
      reply: nothing,
    },
    /** The largest layer of one's own picture that the browser has the bandwidth to send: nobody is to wait for more. */
    setSentLayers: {
      data: z.object({ producerId: z.string(), spatialLayer: z.number().int().min(0).max(2) }),
      reply: nothing,
    },
    /** With fresh servers to go through: those of the join may not be good any more. */
    restartIce: {
      data: z.object({ transportId: z.string() }),
      reply: z.object({ iceParameters, iceServers: z.array(iceServer).default([]) }),
    },
    /** Fresh servers to go through, for a transport that is opened long after the join. */
    iceServers: { data: nothing, reply: z.object({ iceServers: z.array(iceServer) }) },
    /** Leaves for good: the place is not kept. */
    leave: { data: nothing, reply: nothing },
    /** Only for those whose token says that they may moderate. */
    moderate: { data: moderation, reply: nothing },
    setHand: { data: z.object({ up: z.boolean() }), reply: nothing },
    react: { data: z.object({ reaction }), reply: nothing },
    /** To everybody here now, oneself included: who comes later sees nothing of it. */
    say: { data: saying, reply: nothing },
    ...fileRequests,
    ...pointerRequests,
  },
  pushes: {
    peerJoined: peerSeen,
    peerChanged: peerSeen,
    peerLeft: z.object({ peerId }),
    /** Created paused; answer with `resumeConsumers` once the browser has it. */
    consumerReady: readyConsumer,
    consumerClosed: z.object({ consumerId: z.string() }),
    consumerPaused: z.object({ consumerId: z.string() }),
    consumerResumed: z.object({ consumerId: z.string() }),
    /** The largest layer of one's own picture that anybody receives, 0 to 2; -1: nobody does. More need not be sent. */
    layerWanted: z.object({ producerId: z.string(), layer: z.number().int().min(-1).max(2) }),
    /** Somebody has come who cannot decode VP9: cameras are sent in VP8 from now on, for as long as the room is open. */
    cameraInVp8: nothing,
    /** Who speaks; `null` when it is quiet. */
    activeSpeaker: z.object({ peerId: peerId.nullable() }),
    /** `join` at once on this socket: the media worker died with everything on it, or a knock was answered. */
    rejoin: z.object({ reason: z.enum(['worker-died', 'room-moved', 'let-in']) }),
    /**
     * This peer is out; nothing is retried. `elsewhere`: the same person joined from another window. `shown-out`: whoever
     * moderates ended their part in this, and they may come again; `barred`: not into this room. `not-now`: their knock.
     */
    removed: z.object({
      reason: z.enum(['elsewhere', 'room-closed', 'shown-out', 'barred', 'not-now']),
      by: z.string().optional().meta({ description: 'Name of whoever moderates, where they decided it' }),
    }),
    /** Whatever changed on the floor, all of it as it is now. */
    floorChanged: floorSeen,
    moderated,
    reacted: z.object({ memberId, reaction }),
    said,
    ...filePushes,
    ...pointerPushes,
  },
});

/* The `/nodes` namespace: a media node tells its hub who is in its rooms. The same messages are events in one process. */

const presentPeer = z.object({ memberId, joinedAt: z.iso.datetime() });

export const nodeReport = z.object({
  nodeId: z.string().min(1),
  url: z.string().meta({ description: 'Origin at which browsers reach this node' }),
  rtpCapabilities,
  peers: z.number().int().nonnegative().meta({ description: 'Its load: peers in all rooms' }),
  rooms: z.array(z.object({ roomId, people: z.array(presentPeer) })),
});
export type NodeReport = z.infer<typeof nodeReport>;

export const roomMoment = z.object({
  roomId,
  memberId,
  at: z.iso.datetime(),
  barred: z.boolean().optional().meta({ description: 'They were shown out and are not to get into this room again' }),
});
export type RoomMoment = z.infer<typeof roomMoment>;

export const nodesProtocol = defineProtocol({
  requests: {
    /** Sent on connecting and every few seconds after: the whole truth of this node. */
    report: { data: nodeReport, reply: nothing },
    joined: { data: roomMoment, reply: nothing },
    left: { data: roomMoment, reply: nothing },
  },
  pushes: {
    closeRoom: z.object({ roomId }),
    /** Takes one member out, for good or not: the others see them leave, and they are told that it is over. */
    removePeer: z.object({ roomId, memberId, mayReturn: z.boolean().optional() }),
    /** The host lets this member in: a lock does not keep them out. */
    letIn: z.object({ roomId, memberId }),
  },
});
