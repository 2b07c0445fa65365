export { fetchPart } from './fetch-part.ts';
