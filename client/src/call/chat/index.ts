import { lazy } from 'react';

/** Loaded when it is opened for the first time. */
export const ChatPanel = lazy(() => import('./ChatPanel.tsx').then((part) => ({ default: part.ChatPanel })));
