import { lazy } from 'react';

export { addPasskey, signOut } from './session.ts';
export { signInPath } from './where-to.ts';

export const SignInPage = lazy(() => import('./SignInPage.tsx').then((page) => ({ default: page.SignInPage })));
