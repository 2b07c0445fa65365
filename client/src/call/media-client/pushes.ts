import type { mediaProtocol, PushListeners } from '@ajar/shared';
import type { Chat } from './chat.ts';
import type { Files } from './files.ts';
import type { Floor } from './floor.ts';
import { withoutPeer, withPeer, withSpeaker } from './participants.ts';
import type { Pointing } from './pointing.ts';
import type { Session } from './session.ts';
import type { CallState, Ending } from './state.ts';

/** Whom what the media node says concerns. */
export interface PushTargets {
  floor: Floor;
  chat: Chat;
  files: Files;
  pointing: Pointing;
  /** Of this moment; what is meant for one that is over concerns nobody. */
  session: () => Session | null;
  update: (change: (state: CallState) => CallState) => void;
  /** The place in the room is gone. */
  rejoin: () => void;
  end: (ending: Ending) => void;
}

/** Brings each thing the media node says to where it belongs. */
export function pushListeners(targets: PushTargets): PushListeners<typeof mediaProtocol> {
  const { floor, chat, files, pointing, session, update, rejoin, end } = targets;
  return {
    peerJoined: (peer) => update((state) => withPeer(state, peer)),
    peerChanged: (peer) => update((state) => withPeer(state, peer)),
    peerLeft: ({ peerId }) => update((state) => withoutPeer(state, peerId)),
    consumerReady: (ready) => session()?.add(ready),
    consumerClosed: ({ consumerId }) => session()?.remove(consumerId),
    consumerPaused: ({ consumerId }) => session()?.setPaused(consumerId, true),
    consumerResumed: ({ consumerId }) => session()?.setPaused(consumerId, false),
    layerWanted: ({ producerId, layer }) => session()?.producers.limit(producerId, layer),
    cameraInVp8: () => session()?.producers.sendVp8(),
    activeSpeaker: ({ peerId }) => update((state) => withSpeaker(state, peerId, session()?.peerId ?? null)),
    rejoin,
    removed: end,
    floorChanged: (changed) => floor.changed(changed),
    moderated: (news) => floor.moderated(news),
    reacted: (reaction) => floor.reacted(reaction),
    said: (message) => chat.said(message),
    pointerComes: (coming) => pointing.comes(coming),
    pointerGone: ({ dataConsumerId }) => pointing.gone(dataConsumerId),
    fileOffered: (offer) => {
      files.offered(offer);
      chat.came(offer.memberId);
    },
    fileGone: ({ fileId }) => files.gone(fileId),
    fileWanted: (wanted) => void files.wanted(wanted),
    fileComes: (coming) => void files.comes(coming),
    haveOfFile: (have) => files.taken(have),
    fileEnded: (ended) => files.ended(ended),
  };
}
