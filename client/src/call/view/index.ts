import { lazy } from 'react';

/** Loaded when it is opened for the first time. */
export const ViewMenu = lazy(() => import('./ViewMenu.tsx').then((part) => ({ default: part.ViewMenu })));
