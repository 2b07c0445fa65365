import './en.ts';
import './coffee.css';
import type { Me } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../live/index.ts';
import { Failed, Page } from '../page/index.ts';
import { Drawings } from './Drawings.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { usePolicy } from './queries.ts';
import { Starters } from './Starters.tsx';

/** What programme staff see and steer of chance meetings. */
export function CoffeePage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('coffee');
  usePageTitle(t('title'));
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }}>
      {membership.member.staff ? (
        <>
          <p>{t('under', { program: membership.program.name })}</p>
          <Policy />
          <Drawings />
          <Starters />
        </>
      ) : (
        <p>{t('notStaff')}</p>
      )}
    </Page>
  );
}

function Policy() {
  const { t } = useTranslation('coffee');
  const { data, error, refetch } = usePolicy();
  return (
    <section aria-labelledby="policy-title">
      <h2 id="policy-title">{t('policy.title')}</h2>
      <p>{t('policy.under')}</p>
      {data ? <PolicyForm seen={data} /> : <Failed error={error} again={refetch} />}
    </section>
  );
}
