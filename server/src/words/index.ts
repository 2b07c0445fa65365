export { type InEach, inEach, inLanguage } from './in-each.ts';
