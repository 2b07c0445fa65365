export type { Announcer } from './announcer.ts';
export { Corridor } from './corridor.ts';
export { attachHub } from './hub.ts';
export { Snapshots } from './snapshots.ts';
export { userRoom } from './telling.ts';
