import './en.ts';
import './after.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { useBlocks, useUnblock } from './queries.ts';

/** Whom one has blocked, to lift it. Nothing at all where that is nobody. */
export function Blocks() {
  const { t } = useTranslation('after');
  const { data } = useBlocks();
  const lifting = useUnblock();
  if (!data || data.people.length === 0) return null;
  return (
    <section className="blocks" aria-labelledby="blocks-title">
      <h3 id="blocks-title">{t('blocks.title')}</h3>
      <p>{t('blocks.under')}</p>
      <ul>
        {data.people.map((person) => (
          <li key={person.memberId}>
            <span>{person.name}</span>
            <Button
              aria-label={t('blocks.unblockName', { name: person.name })}
              isPending={lifting.isPending}
              onPress={() => lifting.mutate(person)}
            >
              {t('blocks.unblock')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
