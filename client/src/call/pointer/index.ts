import { lazy } from 'react';

/* Only where something is shared. */

export const PointerLayer = lazy(() => import('./PointerLayer.tsx').then((part) => ({ default: part.PointerLayer })));

export const PointPress = lazy(() => import('./PointPress.tsx').then((part) => ({ default: part.PointPress })));
