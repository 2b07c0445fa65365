export { Failed } from './Failed.tsx';
export { Page } from './Page.tsx';
