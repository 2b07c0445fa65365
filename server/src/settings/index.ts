export {
  type MediaSettings,
  type OidcSettings,
  type Outside,
  publicUrlOf,
  readSettings,
  type Settings,
} from './settings.ts';
export { isLoopback } from './shapes.ts';
