import './more-en.ts';
import './coffee-more.css';
import {
  type CallMeMinutes,
  type CoffeeMinutes,
  callMeMinutes,
  coffeeMinutes,
  type SittingDown,
  type TableNews,
  type TableSize,
  tableSize,
} from '@ajar/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallMe, useDontCallMe, useTableNews } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { turnOnPush } from '../push/index.ts';
import { listOfNames } from '../words/index.ts';

interface CoffeeMoreProps {
  seated: boolean;
  /** Nobody else sits at the table. */
  alone: boolean;
  wish: SittingDown;
  onWish: (wish: SittingDown) => void;
}

/** Around the table: how one likes to sit, and what to do while nobody else is there. */
export function CoffeeMore({ seated, alone, wish, onWish }: CoffeeMoreProps) {
  const { data: news, refetch } = useTableNews();
  // biome-ignore lint/correctness/useExhaustiveDependencies: sitting down is what makes it old
  useEffect(() => void refetch(), [seated, refetch]);
  if (!news) return null;
  return (
    <div className="coffee-more">
      {!seated && <Wish wish={wish} usual={news.tableSize} onWish={onWish} />}
      {seated && (wish.tableSize ?? news.tableSize) === 'small' && <SitsSmall />}
      {seated && alone && <Alone news={news} />}
    </div>
  );
}

function Wish({ wish, usual, onWish }: Pick<CoffeeMoreProps, 'wish' | 'onWish'> & { usual: TableSize }) {
  const { t } = useTranslation('coffeeMore');
  const [chosen, setChosen] = useState({ minutes: wish.minutes ?? 20, size: wish.tableSize ?? usual });
  const choose = (minutes: CoffeeMinutes, size: TableSize) => {
    setChosen({ minutes, size });
    onWish({ minutes, tableSize: size });
  };
  return (
    <div className="coffee-wish">
      <label>
        {t('minutes')}{' '}
        <select
          value={chosen.minutes}
          onChange={({ target }) => choose(coffeeMinutes.parse(Number(target.value)), chosen.size)}
        >
          {coffeeMinutes.options.map(({ value }) => (
            <option key={value} value={value}>
              {t('minutesChoice', { count: value })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('size')}{' '}
        <select value={chosen.size} onChange={({ target }) => choose(chosen.minutes, tableSize.parse(target.value))}>
          {tableSize.options.map((size) => (
            <option key={size} value={size}>
              {t(`sizes.${size}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
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
