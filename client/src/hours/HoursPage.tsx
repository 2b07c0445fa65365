import './en.ts';
import './hours.css';
import type { Me } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { OwnFeed } from '../calendar/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Failed, Page } from '../page/index.ts';
import { DaysOff } from './DaysOff.tsx';
import { KeptHours } from './KeptHours.tsx';
import { useHours } from './queries.ts';

/** The hours of one's own door, days off, one's own calendar feed and, for staff, the holidays of the programme. */
export function HoursPage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('hours');
  usePageTitle(t('title'));
  const { data, error, refetch } = useHours();
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }}>
      <p>{t('under')}</p>
      <Failed error={error} again={refetch} />
      {data && (
        <>
          <KeptHours hours={data.hours} desks={data.desks} />
          <DaysOff days={data.daysOff} everybody={false} mayChange />
          <DaysOff days={data.holidays} everybody mayChange={membership.member.staff} />
        </>
      )}
      <OwnFeed />
    </Page>
  );
}
