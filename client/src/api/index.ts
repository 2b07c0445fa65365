export { type CallInput, call } from './call.ts';
