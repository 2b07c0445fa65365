import './more-en.ts';
import { type CallMeMinutes, callMeMinutes, type TableNews, type TableSize } from '@ajar/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallMe, useDontCallMe, useTableNews } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { turnOnPush } from '../push/index.ts';
import { listOfNames } from '../words/index.ts';

interface CoffeeMoreProps {
  /** Nobody else sits at the table. */
  alone: boolean;
  /** How many one asked to sit with, this time. */
  asked: TableSize | undefined;
}

/** Around the coffee table once one sits there: what is waited for, and what to do while nobody else is there. */
export function CoffeeMore({ alone, asked }: CoffeeMoreProps) {
  const { data: news, refetch } = useTableNews();
  // What was said before one sat down is old.
  useEffect(() => void refetch(), [refetch]);
  if (!news) return null;
  return (
    <>
      {(asked ?? news.tableSize) === 'small' && <SitsSmall />}
      {alone && <Alone news={news} />}
    </>
  );
}

function SitsSmall() {
  const { t } = useTranslation('coffeeMore');
  return <p>{t('sitsSmall')}</p>;
}

/** Said honestly: when somebody is likely, and a call instead of sitting there. */
function Alone({ news: { usualHours, callMeUntil } }: { news: TableNews }) {
  const { t, i18n } = useTranslation('coffeeMore');
  const time = (date: Date) => date.toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' });
  const hours = usualHours.map((hour) => time(new Date(new Date().setUTCHours(hour, 0, 0, 0))));
  return (
    <>
      <p>{hours.length > 0 ? t('usual', { hours: listOfNames(hours) }) : t('stay')}</p>
      {callMeUntil ? <Called until={time(new Date(callMeUntil))} /> : <CallMe />}
    </>
  );
}

function CallMe() {
  const { t } = useTranslation('coffeeMore');
  const [minutes, setMinutes] = useState<CallMeMinutes>(60);
  const { mutate, isPending } = useCallMe(turnOnPush);
  return (
    <div className="coffee-wish">
      <Button isPending={isPending} onPress={() => mutate(minutes)}>
        {t('callMe')}
      </Button>
      <label>
        {t('callFor')}{' '}
        <select value={minutes} onChange={({ target }) => setMinutes(callMeMinutes.parse(Number(target.value)))}>
          {callMeMinutes.options.map(({ value }) => (
            <option key={value} value={value}>
              {value < 60 ? t('halfHour') : t('hours', { count: value / 60 })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Called({ until }: { until: string }) {
  const { t } = useTranslation('coffeeMore');
  const { mutate, isPending } = useDontCallMe();
  return (
    <div className="coffee-wish">
      <p role="status">{t('called', { time: until })}</p>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('dontCall')}
      </Button>
    </div>
  );
}
