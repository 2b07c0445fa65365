export { conflictsOf, hiddenFrom } from './between.ts';
export { type ConflictGraph, mayMeet } from './conflicts.ts';
export { createPeople, type People, type PeopleOptions } from './people.ts';
