export { moreRoutes } from '@ajar/shared';
