export { roundHandlers, roundSocketHandlers } from './handlers.ts';
export { RoundPost, type RoundPostOptions } from './mail.ts';
export { noticesOf } from './notices.ts';
export { Rounds } from './rounds.ts';
export { roundsRouter } from './router.ts';
export type { PairPeople } from './seating.ts';
