import { expectCall as expect, warmUp } from './media-client/index.ts';
import { machineStorage } from './storage.ts';

export { beginCall } from './begun.ts';
export { CallScreen } from './CallScreen.tsx';
export { EmptyRoom } from './preview/EmptyRoom.tsx';

/** A call may come within a minute. */
export const expectCall = (): void => expect(machineStorage());

// This code is fetched ahead of a call: whatever can be ready before the press is made ready now.
warmUp(machineStorage());
