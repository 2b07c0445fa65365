export { type AfterEncounters, createAfter } from './after.ts';
