import { type CoffeeMinutes, coffeeMinutes, type TableSize, tableSize } from '@ajar/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTableNews } from '../api/index.ts';
import { keepWish, readWish } from './coffee-wish.ts';

/** How long one would sit, and with how many: chosen or not, sitting down is one press. */
export function CoffeeWish() {
  const { data: news } = useTableNews();
  return news ? <Wish usual={news.tableSize} /> : null;
}

function Wish({ usual }: { usual: TableSize }) {
  const { t } = useTranslation('corridor');
  const [chosen, setChosen] = useState(() => {
    const wish = readWish();
    return { minutes: wish.minutes ?? 20, size: wish.tableSize ?? usual };
  });
  const choose = (minutes: CoffeeMinutes, size: TableSize) => {
    setChosen({ minutes, size });
    keepWish({ minutes, tableSize: size });
  };
  return (
    <div className="coffee-wish">
      <label>
        {t('coffee.minutes')}{' '}
        <select
          value={chosen.minutes}
          onChange={({ target }) => choose(coffeeMinutes.parse(Number(target.value)), chosen.size)}
        >
          {coffeeMinutes.options.map(({ value }) => (
            <option key={value} value={value}>
              {t('coffee.minutesChoice', { count: value })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('coffee.size')}{' '}
        <select value={chosen.size} onChange={({ target }) => choose(chosen.minutes, tableSize.parse(target.value))}>
          {tableSize.options.map((size) => (
            <option key={size} value={size}>
              {t(`coffee.sizes.${size}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
