import type { EncounterId } from '@ajar/shared';
import { admissionFor, comesToListen, freshAdmission } from '../live/index.ts';
import { CallFlow } from './call-flow.ts';
import { ListeningMemory } from './listening.ts';
import { machineStorage, windowStorage } from './storage.ts';

/** How long a call that has begun waits for its screen, in ms. */
const patience = 5_000;

let begun: { encounterId: EncounterId; flow: CallFlow; timer: ReturnType<typeof setTimeout> } | null = null;

/** Begins this call while the page before it is still on screen: devices and connection need no drawing. */
export function beginCall(encounterId: EncounterId): void {
  if (begun?.encounterId === encounterId) return;
  drop();
  begun = { encounterId, flow: newFlow(encounterId), timer: setTimeout(drop, patience) };
}

/** The flow of this call, on its way already if it has begun. Whoever takes it closes it. */
export function takeFlow(encounterId: EncounterId): CallFlow {
  if (begun?.encounterId !== encounterId) return newFlow(encounterId);
  const { flow, timer } = begun;
  clearTimeout(timer);
  begun = null;
  return flow;
}

function drop(): void {
  if (!begun) return;
  clearTimeout(begun.timer);
  void begun.flow.close();
  begun = null;
}

function newFlow(encounterId: EncounterId): CallFlow {
  const listening = new ListeningMemory(windowStorage());
  // Whoever has just pressed means what they pressed; after a reload it is what was.
  const pressed = comesToListen(encounterId);
  if (pressed !== null) listening.write(encounterId, pressed);
  const listens = pressed ?? listening.read(encounterId) ?? false;
  const flow = new CallFlow({ admissionFor, freshAdmission, storage: machineStorage(), listening, listens });
  flow.enter(encounterId);
  return flow;
}
