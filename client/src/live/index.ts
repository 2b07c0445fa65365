export { admissionFor, comesToListen, freshAdmission } from './admission-for.ts';
export * as live from './live.ts';
export { notificationQuestion } from './notifications.ts';
export { usePageTitle } from './page-title.ts';
export { type Connection, type LiveState, useLive } from './store.ts';
