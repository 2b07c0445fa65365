import { afterRoutes } from './after-routes.ts';
import { coffeeRoutes } from './coffee-routes.ts';
import { coffeeStaffRoutes } from './coffee-staff-routes.ts';
import { connectionCheckRoutes } from './connection-check.ts';
import { deskHoursRoutes } from './desk-hours-routes.ts';
import { staffedRoutes } from './doors-staff-routes.ts';
import { figureRoutes } from './figures.ts';
import { followRoutes } from './follow-routes.ts';
import { hoursRoutes } from './hours-routes.ts';
import { languageRoutes } from './language-routes.ts';
import { leavingRoutes } from './leaving-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { standbyRoutes } from './standby-routes.ts';
import { waitRoutes } from './wait-routes.ts';

/** The routes that no page calls before it is drawn. */
export const moreRoutes = {
  ...afterRoutes,
  ...staffedRoutes,
  ...roundRoutes,
  ...coffeeRoutes,
  ...hoursRoutes,
  ...followRoutes,
  ...figureRoutes,
  ...coffeeStaffRoutes,
  ...waitRoutes,
  ...connectionCheckRoutes,
  ...languageRoutes,
  ...standbyRoutes,
  ...leavingRoutes,
  ...deskHoursRoutes,
};
