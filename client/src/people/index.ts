import { lazy } from 'react';

export const PeoplePage = lazy(() => import('./PeoplePage.tsx').then((page) => ({ default: page.PeoplePage })));

export const ProfileDialog = lazy(() =>
  import('./ProfileDialog.tsx').then((dialog) => ({ default: dialog.ProfileDialog })),
);
