export { type Html, html, page } from './page.ts';
