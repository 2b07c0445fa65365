export { Notices } from './Notices.tsx';
export { dismissAll, tell } from './store.ts';
