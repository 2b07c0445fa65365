import { lazy } from 'react';

export const FiguresPage = lazy(() => import('./FiguresPage.tsx').then((page) => ({ default: page.FiguresPage })));
