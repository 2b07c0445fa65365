export { createLog, type Log, type LogLevel, type LogOptions, logLevels } from './log.ts';
export { currentRequestId, newRequestId, withRequestId } from './request.ts';
