export { type SignedLinks, signedLinks } from './links.ts';
