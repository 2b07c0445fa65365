import { lazy } from 'react';

/** Loaded when somebody asks for it. */
export const DeviceSettings = lazy(() =>
  import('./DeviceSettings.tsx').then((part) => ({ default: part.DeviceSettings })),
);
export const MoreChoices = lazy(() => import('./MoreChoices.tsx').then((part) => ({ default: part.MoreChoices })));
/** Loaded when a permission is denied. */
export const PermissionHelp = lazy(() =>
  import('./PermissionHelp.tsx').then((part) => ({ default: part.PermissionHelp })),
);
