import { mintCheckToken, mintRoomToken, mintStandbyToken } from '@ajar/media';
import {
  type Admission,
  AjarError,
  type EncounterId,
  type EncounterKind,
  type MemberId,
  type NodeId,
  type NodeReport,
  nodeId,
  type PersonSeen,
  type RoomId,
  type RouteReply,
} from '@ajar/shared';
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { NodeCommands } from './commands.ts';
import { mediaNodes } from './tables.ts';

/** A node silent for this long, in ms, gets no new rooms; it reports every 5 s. */
const nodeLostAfter = 15_000;

/** The node inside this process. Its browsers use the page's own origin, hence no URL. */
export const ownNodeId: NodeId = nodeId.parse('own');

export type MediaNodesOptions = {
  db: Db;
  /** Key that room tokens are signed with; every media node knows it. */
  secret: Uint8Array;
};

type Placed = { id: NodeId; url: string; rtpCapabilities: NodeReport['rtpCapabilities'] };

/** Which media nodes there are, where a new room goes, and what lets a person into it. */
export class MediaNodes {
  /** How nodes are told to close a room or to take somebody out of one. */
  readonly commands = new NodeCommands();
  readonly #db: Db;
  readonly #secret: Uint8Array;

  constructor({ db, secret }: MediaNodesOptions) {
    this.#db = db;
    this.#secret = secret;
  }

  /** A node has connected: it may have lost its rooms, and people are on their way back into them. */
  async registered(report: NodeReport): Promise<void> {
    await this.#write(report, true);
  }

  async reported(report: NodeReport): Promise<void> {
    await this.#write(report, false);
  }

  /**
   * The least loaded node that is alive.
   * @throws AjarError `no-media-node` (unavailable).
   */
  async place(): Promise<Placed> {
    const [found] = await this.#db
      .select()
      .from(mediaNodes)
      .where(gt(mediaNodes.seenAt, aliveSince()))
      .orderBy(asc(mediaNodes.peers))
      .limit(1);
    if (!found) {
      throw new AjarError(
        'unavailable',
        'no-media-node',
        'No media server is connected just now, so no call can begin. Nothing was changed; please try again in a minute.',
      );
    }
    return found;
  }

  /** This node, if it is alive. */
  async find(id: NodeId): Promise<Placed | undefined> {
    return await this.#alive(eq(mediaNodes.id, id));
  }

  /**
   * What lets a member try out whether calls get through, and into no call.
   * @param mediaUrl the node of a call. Default, and where it is gone: the one a new call would be on.
   * @throws AjarError `no-media-node` (unavailable).
   */
  async checkToken(member: MemberId, mediaUrl?: string): Promise<{ mediaUrl: string; token: string }> {
    const alive = mediaUrl === undefined ? undefined : await this.#alive(eq(mediaNodes.url, mediaUrl));
    const { url } = alive ?? (await this.place());
    return { mediaUrl: url, token: await mintCheckToken(member, this.#secret) };
  }

  /** One person's way into the room of an encounter. */
  async admission(room: {
    encounterId: EncounterId;
    kind: EncounterKind;
    node: Placed;
    person: PersonSeen;
    others: PersonSeen[];
    /** They came just to listen. Default: false. */
    listening?: boolean;
    /** They decide in this room. Default: false. */
    moderates?: boolean;
  }): Promise<Admission> {
    const { encounterId, kind, node, person, others } = room;
    const listening = room.listening ? { listening: true } : {};
    const roomId = encounterId as string as RoomId;
    const may = { speak: true, share: true, moderate: room.moderates ?? false };
    const claims = { room: roomId, member: person.memberId, name: person.name, may, ...listening };
    return {
      encounterId,
      roomId,
      kind,
      with: others,
      mediaUrl: node.url,
      token: await mintRoomToken(claims, this.#secret),
      rtpCapabilities: node.rtpCapabilities,
      iceServers: [],
      ...listening,
    };
  }

  /**
   * Where a person may have transports ready for a call that may come: where a room made now would be.
   * @throws AjarError as `place`.
   */
  async standBy(member: MemberId): Promise<RouteReply<'standBy'>> {
    const { url, rtpCapabilities } = await this.place();
    return { mediaUrl: url, token: await mintStandbyToken({ member }, this.#secret), rtpCapabilities };
  }

  async #alive(which: SQL): Promise<Placed | undefined> {
    const [found] = await this.#db
      .select()
      .from(mediaNodes)
      .where(and(which, gt(mediaNodes.seenAt, aliveSince())));
    return found;
  }

  async #write(report: NodeReport, registering: boolean): Promise<void> {
    const { nodeId: id, url, rtpCapabilities, peers, rooms } = report;
    const row = { url, rtpCapabilities, peers, rooms, seenAt: new Date() };
    await this.#db
      .insert(mediaNodes)
      .values({ id: nodeId.parse(id), ...row })
      .onConflictDoUpdate({
        target: mediaNodes.id,
        set: registering ? { ...row, registeredAt: sql`now()` } : row,
      });
  }
}

function aliveSince(): Date {
  return new Date(Date.now() - nodeLostAfter);
}
