import type { MediaNode } from '@ajar/media';
import type { RoomMoment } from '@ajar/shared';
import type { Log } from '../log/index.ts';
import { type MediaNodes, ownNodeId } from '../nodes/index.ts';
import type { Chores } from './chores.ts';

/** How often the media node inside this process reports itself, in ms; a lone one does the same over its socket. */
const reportEvery = 5_000;

export type OwnMediaOptions = {
  media: MediaNode;
  nodes: MediaNodes;
  chores: Chores;
  told: { joined: (moment: RoomMoment) => Promise<void>; left: (moment: RoomMoment) => Promise<void> };
  log: Log;
};

/** The SFU inside this process tells the hub what a lone media node tells it over the `/nodes` namespace. */
export async function hostMedia({ media, nodes, chores, told, log }: OwnMediaOptions): Promise<void> {
  const tell = (what: keyof typeof told, moment: RoomMoment) => {
    told[what](moment).catch((err: unknown) => log.error({ err, ...moment }, `Who ${what} could not be written down`));
  };
  media.on('joined', (moment) => tell('joined', moment));
  media.on('left', (moment) => tell('left', moment));
  nodes.commands.ownIs(ownNodeId, media);
  await nodes.registered(media.report());
  chores.every(reportEvery, 'media-report', () => nodes.reported(media.report()));
}
