import { lazy } from 'react';

/* Loaded when a door stands open or a visit is under way: the corridor's first paint needs none of it. */

export const DoorCare = lazy(() => import('./DoorCare.tsx').then((part) => ({ default: part.DoorCare })));

export const BesideTiles = lazy(() => import('./BesideTiles.tsx').then((part) => ({ default: part.BesideTiles })));
