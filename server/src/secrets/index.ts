export { secretNamed } from './secrets.ts';
