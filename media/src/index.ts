export { supportedRtpCapabilities } from './codecs.ts';
export { HubLink, type HubLinkOptions } from './hub-link.ts';
export { requireWorker } from './media-worker.ts';
export { MediaNode, type MediaNodeEvents } from './node.ts';
export type { MediaNodeOptions } from './node-options.ts';
export {
  mintCheckToken,
  mintNodeToken,
  mintRoomToken,
  mintStandbyToken,
  readNodeToken,
  readRoomToken,
  shortestSecret,
} from './room-token.ts';
export type { TurnOptions } from './turn.ts';
