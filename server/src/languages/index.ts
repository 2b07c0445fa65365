export { keepingLanguage, languageOf } from './language-of.ts';
export { languageHandlers } from './languages.ts';
