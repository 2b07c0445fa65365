import { lazy } from 'react';

export { OwnDoorKind } from './OwnDoorKind.tsx';

/* Only where there is such a door: the corridor's first paint has doors for one visitor at a time. */

export const KindPlate = lazy(() => import('./KindPlate.tsx').then((part) => ({ default: part.KindPlate })));
export const JustListen = lazy(() => import('./JustListen.tsx').then((part) => ({ default: part.JustListen })));
export const StaffedDoorsPage = lazy(() =>
  import('./StaffedDoorsPage.tsx').then((page) => ({ default: page.StaffedDoorsPage })),
);
