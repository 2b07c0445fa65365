export { figureRoutes } from './door-figures.ts';
