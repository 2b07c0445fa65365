export type { Announcer } from './announcer.ts';
export { Corridor, userRoom } from './corridor.ts';
export { attachHub } from './hub.ts';
