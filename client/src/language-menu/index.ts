export { LanguageField, LanguagePresses } from './LanguageMenu.tsx';
export { useSaveLanguage } from './remember.ts';
