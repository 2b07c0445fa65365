export { conflictsOf, hiddenFrom, hiddenFromEach } from './between.ts';
export { type ConflictGraph, mayMeet } from './conflicts.ts';
export { createPeople, type People, type PeopleOptions } from './people.ts';
