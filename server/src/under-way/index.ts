export { UnderWay } from './under-way.ts';
