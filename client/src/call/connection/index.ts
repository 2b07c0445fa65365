export { ConnectionPress } from './ConnectionPress.tsx';
export { useResting } from './use-resting.ts';
