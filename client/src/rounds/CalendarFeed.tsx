import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { tell } from '../notices/index.ts';
import { useCalendar, useEndCalendar, useMakeCalendar } from './queries.ts';

/** The address of one's own calendar feed: made, copied, made anew, ended. */
export function CalendarFeed() {
  const { t } = useTranslation('rounds');
  const { data } = useCalendar();
  const make = useMakeCalendar();
  const end = useEndCalendar();
  const url = data?.url ?? null;
  const copy = async () => {
    if (!url) return;
    await navigator.clipboard.writeText(url);
    tell('info', t('calendar.copied'));
  };
  return (
    <section className="round" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar.title')}</h2>
      <p>{t('calendar.under')}</p>
      {url && (
        <div className="field">
          <label htmlFor="calendar-url">{t('calendar.address')}</label>
          <input id="calendar-url" readOnly value={url} onFocus={(event) => event.target.select()} />
        </div>
      )}
      <div className="round-presses">
        {url && <Button onPress={() => void copy().catch(() => undefined)}>{t('calendar.copy')}</Button>}
        <Button isPending={make.isPending} onPress={() => make.mutate()}>
          {t(url ? 'calendar.renew' : 'calendar.make')}
        </Button>
        {url && (
          <Button isPending={end.isPending} onPress={() => end.mutate()}>
            {t('calendar.end')}
          </Button>
        )}
      </div>
    </section>
  );
}
