import type { DrawingListed } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../design/index.ts';
import { Failed } from '../page/index.ts';
import { useDrawings } from './queries.ts';

/** The drawings of the programme, newest first: each leads to why its people sat together. */
export function Drawings() {
  const { t } = useTranslation('coffee');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDrawings();
  const all = data?.pages.flatMap(({ drawings }) => drawings);
  return (
    <section aria-labelledby="drawings-title">
      <h2 id="drawings-title">{t('why.title')}</h2>
      <p>{t(all?.length === 0 ? 'why.none' : 'why.under')}</p>
      {all && all.length > 0 && (
        <ul className="drawings">
          {all.map((drawing) => (
            <Drawing key={drawing.drawingId} drawing={drawing} />
          ))}
        </ul>
      )}
      <Failed error={error} again={refetch} />
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('why.earlier')}
        </Button>
      )}
    </section>
  );
}

function Drawing({ drawing }: { drawing: DrawingListed }) {
  const { t, i18n } = useTranslation('coffee');
  const { drawingId, at, kind, round, people, tables } = drawing;
  const time = new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <Link href={`/coffee/${drawingId}`}>
        <time dateTime={at}>{time}</time>
      </Link>
      <span>{round ?? t(`why.kind.${kind}`)}</span>
      <span>{t('why.people', { count: people, tables: t('why.tables', { count: tables }) })}</span>
    </li>
  );
}
