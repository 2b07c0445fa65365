export { Address } from './Address.tsx';
export { OwnFeed } from './OwnFeed.tsx';
export { type Rhythm, rhythmOf, ruleOf, type Weekday, weekdays } from './rule.ts';
export { clockOf, timeInWords, useSecondsUntil, weekdayName } from './times.ts';
