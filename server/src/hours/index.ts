export { deskHoursHandlers } from './desk.ts';
export { ownHoursEvents } from './feeds.ts';
export { hoursHandlers, hoursRouter } from './handlers.ts';
export { Hours } from './hours.ts';
export { doorHoursOf, hoursTold, myHoursOf, type Shift, shiftsAt } from './seen.ts';
