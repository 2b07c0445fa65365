export { passingHandlers } from './handlers.ts';
export { Passing } from './passing.ts';
export { passingOf } from './view.ts';
