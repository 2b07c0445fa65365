export { Doorkeeping } from './doorkeeping.ts';
export { doorkeepingHandlers } from './handlers.ts';
export { keepingOf, takesNobody } from './keeping.ts';
export { type KeepingTiming, keepingTiming } from './rules.ts';
export { endPause, endTimes, writeDuty, writeTurn } from './turn.ts';
