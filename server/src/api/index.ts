export type { ApiHandlers, ApiPart, Call } from './handlers.ts';
export { type ApiOptions, bodyLimit, mountApi } from './mount.ts';
export { mayWrite } from './origin.ts';
export { requestIds } from './request-id.ts';
export { type SecurityOptions, securityHeaders } from './security.ts';
export type { MemberViewer, ProgramSummary, Viewer } from './viewer.ts';
