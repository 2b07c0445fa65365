import { moreRoutes } from './more-routes.ts';
import { type Api, firstRoutes } from './rest.ts';

/** Every REST route. */
export const api: Api = { ...firstRoutes, ...moreRoutes };
