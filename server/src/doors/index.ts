export { Doors } from './doors.ts';
export { doorHandlers } from './handlers.ts';
export { type Next, nextInLine } from './places.ts';
export { doors } from './tables.ts';
export { type DoorView, viewDoors, visitorsAt, visitsOf } from './view.ts';
