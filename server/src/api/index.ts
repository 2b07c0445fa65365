export { answerErrors } from './errors.ts';
export type { ApiHandlers, ApiPart, Call } from './handlers.ts';
export { type ApiOptions, bodyLimit, mountApi } from './mount.ts';
export { mayWrite, sameOriginOnly } from './origin.ts';
export { requestIds } from './request-id.ts';
export { type SecurityOptions, securityHeaders } from './security.ts';
export { isMember, type MemberViewer, type ProgramSummary, type Viewer } from './viewer.ts';
