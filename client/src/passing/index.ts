export { Passing } from './Passing.tsx';
