export { Encounters, type Opened } from './encounters.ts';
export { encounterHandlers } from './handlers.ts';
export { barredFrom, encounterOf, encountersOf } from './history.ts';
export { inCalls, inConversations, writeLeft } from './lifecycle.ts';
export { lostPeople } from './sweep.ts';
export { encounterPeople, encounters } from './tables.ts';
