import type { EncounterId } from '@ajar/shared';
import { admissionFor, comesToListen, freshAdmission } from '../live/index.ts';
import { CallFlow } from './call-flow.ts';
import { tellLeft } from './leaving.ts';
import { ListeningMemory } from './listening.ts';
import type { CallState } from './media-client/index.ts';
import { makeReady } from './stage/ready-video.ts';
import { machineStorage, windowStorage } from './storage.ts';

/** How long a call that has begun waits for its screen, in ms. */
const patience = 5_000;

/** How long the screen of a call that has begun waits for it, in ms: less than anybody takes for a delay of their press. */
const ahead = 300;

interface Begun {
  encounterId: EncounterId;
  flow: CallFlow;
  timer: ReturnType<typeof setTimeout>;
  /** Makes no more pictures ready. */
  stop: () => void;
}

let begun: Begun | null = null;

/** The call screen that was opened last, if only to be closed again. */
let latest: CallFlow | null = null;

/**
 * Begins this call while the page before it is still on screen: devices and connection need no drawing.
 * @returns resolves when its screen is best drawn.
 */
export function beginCall(encounterId: EncounterId): Promise<void> {
  if (begun?.encounterId !== encounterId) {
    drop();
    const flow = newFlow(encounterId);
    begun = { encounterId, flow, timer: setTimeout(drop, patience), stop: picturesReady(flow) };
  }
  return settled(begun.flow);
}

/**
 * Resolves as soon as drawing holds nothing up: when somebody is about to be seen and heard, or where nobody is expected;
 * after `ahead` in any case. A page draws for up to a tenth of a second, in which no answer is read: whoever comes at the
 * same time would be seen later by that much.
 */
function settled({ state }: CallFlow): Promise<void> {
  const { call } = state.getState();
  // The preview needs no connection.
  if (!call) return Promise.resolve();
  return new Promise((resolve) => {
    const isSettled = ({ phase, participants }: CallState) => {
      if (phase !== 'joined') return phase !== 'joining';
      const expected = participants.length + (state.getState().admission?.with.length ?? 0);
      return expected === 0 || participants.some(({ tracks }) => Object.keys(tracks).length > 0);
    };
    const stop = call.state.subscribe((now) => isSettled(now) && done());
    const timer = setTimeout(done, ahead);
    function done(): void {
      stop();
      clearTimeout(timer);
      resolve();
    }
  });
}

/** Whoever comes before the screen is drawn is shown as soon as it is. */
function picturesReady({ state, local }: CallFlow): () => void {
  const { call } = state.getState();
  if (!call) return () => undefined;
  return call.state.subscribe(({ participants }) => {
    if (local.state.getState().saving) return;
    for (const { tracks } of participants) if (tracks.camera) makeReady(tracks.camera.track);
  });
}

/** The flow of this call, on its way already if it has begun. Whoever takes it closes it. */
export function takeFlow(encounterId: EncounterId): CallFlow {
  if (begun?.encounterId !== encounterId) return newFlow(encounterId);
  const { flow, timer, stop } = begun;
  clearTimeout(timer);
  stop();
  begun = null;
  return flow;
}

function drop(): void {
  if (!begun) return;
  clearTimeout(begun.timer);
  begun.stop();
  void begun.flow.close();
  begun = null;
}

function newFlow(encounterId: EncounterId): CallFlow {
  const listening = new ListeningMemory(windowStorage());
  // Whoever has just pressed means what they pressed; after a reload it is what was.
  const pressed = comesToListen(encounterId);
  if (pressed !== null) listening.write(encounterId, pressed);
  const listens = pressed ?? listening.read(encounterId) ?? false;
  const storage = machineStorage();
  const flow: CallFlow = new CallFlow({
    ...{ admissionFor, freshAdmission, storage, listening, listens },
    tellLeft: (left) => {
      // Whoever has come back meanwhile is not sent away again.
      if (latest === flow || latest?.state.getState().encounterId !== left) tellLeft(left);
    },
  });
  latest = flow;
  flow.enter(encounterId);
  return flow;
}
