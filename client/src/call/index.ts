import { call } from '../api/index.ts';
import { connectAhead, expectCall as expect, warmUp } from './media-client/index.ts';
import { machineStorage } from './storage.ts';

export { beginCall } from './begun.ts';
export { CallScreen } from './CallScreen.tsx';
export { EmptyRoom } from './preview/EmptyRoom.tsx';

/** A call begins as soon as its way in is known. */
export const hurry = (): void => connectAhead(machineStorage());

/** A call may come within a minute. @returns in how many ms it is to be asked again; 0: not at all. */
export const expectCall = (): number => expect(machineStorage(), () => call('standBy', {}));

// This code is fetched ahead of a call: whatever can be ready before the press is made ready now.
warmUp(machineStorage());
