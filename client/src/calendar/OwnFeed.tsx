import './en.ts';
import './calendar.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, queryClient } from '../api/index.ts';
import { Address } from './Address.tsx';

const queryKey = ['calendar'];

/** The address of one's own calendar feed: the rounds one takes part in, and the hours of one's door. */
export function OwnFeed() {
  const { t } = useTranslation('calendar');
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => call('calendar', {}, { signal }) });
  const make = useMutation({
    mutationFn: () => call('makeCalendar', {}),
    onSuccess: (made) => void queryClient.setQueryData(queryKey, made),
  });
  const end = useMutation({
    mutationFn: () => call('endCalendar', {}),
    onSuccess: () => void queryClient.setQueryData(queryKey, { url: null }),
  });
  return (
    <section className="calendar-feed" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('title')}</h2>
      <p>{t('under')}</p>
      <Address
        label={t('address')}
        url={data?.url ?? null}
        isPending={make.isPending || end.isPending}
        onMake={() => make.mutate()}
        onEnd={() => end.mutate()}
      />
    </section>
  );
}
