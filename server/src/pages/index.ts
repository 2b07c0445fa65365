export { type Html, html, page, raw } from './page.ts';
