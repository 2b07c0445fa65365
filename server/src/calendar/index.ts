export { calendarDocument, type FeedEvent, tokenOf, unguessable } from './feed.ts';
export { dateOf, daysBetween, timesAfter } from './recurrence.ts';
