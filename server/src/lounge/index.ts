export { loungeHandlers } from './handlers.ts';
export { Lounges } from './lounge.ts';
export { withLounges } from './view.ts';
