export { keepingLanguage } from './language-of.ts';
export { languageHandlers } from './languages.ts';
