import { lazy } from 'react';

/* All of it is loaded when it is first needed: the corridor's first paint has no hours in it. */

export const HoursPage = lazy(() => import('./HoursPage.tsx').then((page) => ({ default: page.HoursPage })));

export const DeskHours = lazy(() => import('./DeskHours.tsx').then((part) => ({ default: part.DeskHours })));

export const HoursNotice = lazy(() => import('./HoursNotice.tsx').then((part) => ({ default: part.HoursNotice })));

export const OwnHours = lazy(() => import('./OwnHours.tsx').then((part) => ({ default: part.OwnHours })));

export const DoorHours = lazy(() => import('./DoorHours.tsx').then((part) => ({ default: part.DoorHours })));
