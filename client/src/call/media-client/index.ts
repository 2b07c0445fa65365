export type { DeviceKind, DeviceState } from './acquire.ts';
export { Call } from './call.ts';
export type { CallFile } from './files.ts';
export type { FloorState } from './floor.ts';
export type { Level } from './level-meter.ts';
export { LocalMedia, type LocalState } from './local-media.ts';
export type { CallState, Ending, Participant, ReadonlyStore, RemoteTrack, Trouble } from './state.ts';
export { Timers } from './timers.ts';
export { expectCall, rememberCapabilities, warmUp } from './warm-up.ts';
