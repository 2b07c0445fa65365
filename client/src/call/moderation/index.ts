import { lazy } from 'react';

/* Only whoever decides in a room needs these. */

export const HostMenu = lazy(() => import('./HostMenu.tsx').then((part) => ({ default: part.HostMenu })));

export const HostBar = lazy(() => import('./HostBar.tsx').then((part) => ({ default: part.HostBar })));
