import { useTranslation } from 'react-i18next';
import { Coffee } from './Coffee.tsx';
import { Door } from './Door.tsx';
import type { WallItem } from './view.ts';

/** What stands along the corridor. */
export function Wall({ items }: { items: readonly WallItem[] }) {
  const { t } = useTranslation('corridor');
  return (
    <ul className="hall" aria-label={t('doors')}>
      {items.map((item) =>
        item.kind === 'coffee' ? <Coffee key="coffee" /> : <Door key={item.view.door.doorId} view={item.view} />,
      )}
    </ul>
  );
}
