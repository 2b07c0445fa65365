import { lazy } from 'react';

/* For programme staff, loaded when they open it. */

export const CoffeePage = lazy(() => import('./CoffeePage.tsx').then((page) => ({ default: page.CoffeePage })));
export const DrawingPage = lazy(() => import('./DrawingPage.tsx').then((page) => ({ default: page.DrawingPage })));
