export { linkAnswers } from './answer-pages.ts';
export { signedLinks } from './links.ts';
