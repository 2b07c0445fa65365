import './en.ts';
import './sign-in.css';
import { toAjarError } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useSignInOptions } from '../api/index.ts';
import { Button, Doorway, Wordmark } from '../design/index.ts';
import { LanguagePresses } from '../language-menu/index.ts';
import { usePageTitle } from '../live/index.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { LinkForm } from './LinkForm.tsx';
import { OtherWays } from './OtherWays.tsx';
import { whereTo } from './where-to.ts';

/** Where one becomes somebody. Keeps where they wanted to go. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  usePageTitle(t('title'));
  const search = useSearch();
  const to = whereTo(search, window.location.origin);
  const linkFailed = new URLSearchParams(search).has('error');
  const { data: options, error, refetch } = useSignInOptions();
  const program = options?.programName;
  return (
    <div className="sign-in">
      <header className="sign-in-scene">
        <Wordmark />
        <div className="sign-in-door">
          <Doorway look="open" colour="pine" figures={2} />
        </div>
      </header>
      <main className="sign-in-ways">
        <div className="sign-in-heading">
          <h1>{t('heading')}</h1>
          <p>{program ? t('underProgram', { program }) : t('under')}</p>
        </div>
        {linkFailed && (
          <p className="sign-in-problem" role="alert">
            {t('linkFailed')}
          </p>
        )}
        {error && (
          <div className="sign-in-problem" role="alert">
            <p>{toAjarError(error).message}</p>
            <Button onPress={() => void refetch()}>{t('tryAgain')}</Button>
          </div>
        )}
        {options && (
          <>
            {options.demo.length > 0 && <DemoPeople people={options.demo} to={to} />}
            <LinkForm outbox={options.outbox} to={to} />
            <OtherWays sso={options.sso} to={to} />
          </>
        )}
        <LanguagePresses />
      </main>
    </div>
  );
}
