export { keepSeen, languageOf, languagesOf } from './known.ts';
export { keepingLanguage } from './language-of.ts';
export { languageHandlers } from './languages.ts';
export { refusalFor } from './refusals/index.ts';
