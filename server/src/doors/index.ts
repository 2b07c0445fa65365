export { Doors, type Visiting } from './doors.ts';
export { doorsShutTo, shutOut } from './fairness.ts';
export { doorHandlers } from './handlers.ts';
export { endLine, waitingAt } from './line.ts';
export { type Next, nextInLine } from './places.ts';
export { doors } from './tables.ts';
export { type DoorView, viewDoors, visitorsAt, visitsOf } from './view.ts';
