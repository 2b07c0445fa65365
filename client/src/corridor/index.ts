export { Corridor } from './Corridor.tsx';
