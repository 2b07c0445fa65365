export { inTheirLanguage, useInTheirLanguage, wordsOf } from './in-their-language.ts';
