export { type Notification, Push, type PushOptions, pushSubject } from './push.ts';
