import { createElement, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

/* None of these is needed to draw the corridor or a call for the first time. */

const loadNotes = () => import('./AfterNotes.tsx');
const loadSparks = () => import('./SparksPage.tsx');

/** Fetches what a call's end asks ahead of that end. */
export const preloadAfter = (): void => void loadNotes().catch(() => undefined);

const Notes = lazy(() => loadNotes().then((module) => ({ default: module.AfterNotes })));
export const SparksPage = lazy(() => loadSparks().then((module) => ({ default: module.SparksPage })));
export const SparkPage = lazy(() => loadSparks().then((module) => ({ default: module.SparkPage })));
export const ReportsPage = lazy(() => import('./ReportsPage.tsx').then((module) => ({ default: module.ReportsPage })));
export const Blocks = lazy(() => import('./Blocks.tsx').then((module) => ({ default: module.Blocks })));

/** What is asked after encounters, once the page has drawn what it is for. */
export function AfterNotes(): ReactNode {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), 300);
      return () => clearTimeout(timer);
    }
    const waiting = window.requestIdleCallback(() => setIdle(true), { timeout: 1_000 });
    return () => window.cancelIdleCallback(waiting);
  }, []);
  return idle && createElement(Suspense, null, createElement(Notes));
}
