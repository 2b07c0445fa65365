export { Passing } from './Passing.tsx';
export { whenIdle } from './when-idle.ts';
