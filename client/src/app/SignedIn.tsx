import { type Me, toAjarError } from '@ajar/shared';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { usePathname } from 'wouter/use-browser-location';
import { askWhoIsSignedIn, useMe } from '../api/index.ts';
import { Button, QuietPage } from '../design/index.ts';
import { live, usePageTitle } from '../live/index.ts';
import { signInPath, signOut } from '../sign-in/index.ts';
import { preloadCallWhenIdle } from './call-screen.ts';
import { useExpectedCalls } from './use-expected-calls.ts';

/** Shows a page to members only. Everybody else is told where to go instead. */
export function SignedIn({ children }: { children: (membership: NonNullable<Me['membership']>) => ReactNode }) {
  const { data: me, error } = useMe();
  if (me?.membership && !isSignedOut(error)) return <Connected>{children(me.membership)}</Connected>;
  return <Stranger me={me} error={error} />;
}

/** The server said that nobody is signed in: it may know better than the page does. */
export function isSignedOut(error: Error | null): boolean {
  return error !== null && toAjarError(error).category === 'not-signed-in';
}

/**
 * What somebody sees who is no member, as far as is known. It asks nothing itself: another look at a failed question
 * would ask it again, and whoever shows this because it failed would show it anew, for ever.
 */
export function Stranger({ me, error }: { me: Me | undefined; error: Error | null }) {
  if (isSignedOut(error)) return <ToSignIn />;
  if (me) return <NoProgram email={me.email} />;
  return error ? <Unreachable words={toAjarError(error).message} /> : null;
}

function ToSignIn() {
  const path = usePathname();
  useEffect(live.close, []);
  return <Redirect to={signInPath(path)} replace />;
}

/** The hub is connected from the first page that needs it until sign-out. */
function Connected({ children }: { children: ReactNode }) {
  useEffect(live.open, []);
  useEffect(preloadCallWhenIdle, []);
  useExpectedCalls();
  return children;
}

function NoProgram({ email }: { email: string }) {
  const { t } = useTranslation('app');
  usePageTitle(t('noProgram.title'));
  return (
    <QuietPage look="closed" colour="slate" title={t('noProgram.title')}>
      <p>{t('noProgram.words', { email })}</p>
      <div className="quiet-page-actions">
        <Button variant="primary" onPress={() => void askWhoIsSignedIn()}>
          {t('noProgram.again')}
        </Button>
        <Button onPress={() => void signOut()}>{t('noProgram.signOut')}</Button>
      </div>
    </QuietPage>
  );
}

function Unreachable({ words }: { words: string }) {
  const { t } = useTranslation('app');
  usePageTitle(t('unreachable.title'));
  return (
    <QuietPage look="closed" colour="plum" title={t('unreachable.title')}>
      <p>{words}</p>
      <Button variant="primary" onPress={() => void askWhoIsSignedIn()}>
        {t('unreachable.again')}
      </Button>
    </QuietPage>
  );
}
