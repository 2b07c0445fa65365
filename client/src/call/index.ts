import { warmUp } from './media-client/index.ts';
import { machineStorage } from './storage.ts';

export { CallScreen } from './CallScreen.tsx';

// This code is fetched ahead of a call: whatever can be ready before the press is made ready now.
warmUp(machineStorage());
