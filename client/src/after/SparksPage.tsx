import './en.ts';
import './after.css';
import type { Spark, SparkId } from '@ajar/shared';
import { sparkId as sparkIdSchema } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePageTitle } from '../live/index.ts';
import { Page } from '../page/index.ts';
import { AboutPerson } from './AboutPerson.tsx';
import { Mentor } from './Mentor.tsx';
import { useAfter } from './sparks.ts';
import { Thread } from './Thread.tsx';

/** Everybody one wants to meet again who wants it too. */
export function SparksPage() {
  const { t, i18n } = useTranslation('after');
  usePageTitle(t('sparks.title'));
  const { data } = useAfter();
  return (
    <Page title={t('sparks.title')} back={{ href: '/', words: t('sparks.corridor') }}>
      <p>{t(data?.sparks.length === 0 ? 'sparks.none' : 'sparks.under')}</p>
      <ul className="sparks-list">
        {data?.sparks.map(({ sparkId, person, since, news, contact }) => (
          <li key={sparkId}>
            <h2>
              <Link href={`/sparks/${sparkId}`}>{person.name}</Link>
            </h2>
            <p>
              {[
                t('sparks.since', { date: new Date(since).toLocaleDateString(i18n.language, { dateStyle: 'long' }) }),
                contact,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {news && <p className="sparks-news">{t('sparks.news')}</p>}
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** One of them: how to reach them, what the two have written, and asking for a mentor. */
export function SparkPage({ id }: { id: string }) {
  const { t } = useTranslation('after');
  const parsed = sparkIdSchema.safeParse(id);
  const { data } = useAfter();
  const spark = data?.sparks.find(({ sparkId }) => sparkId === parsed.data);
  usePageTitle(spark?.person.name ?? t('sparks.title'));
  return (
    <Page
      title={spark?.person.name ?? null}
      back={{ href: '/sparks', words: t('sparks.all') }}
      beside={spark && <AboutPerson person={spark.person} />}
    >
      {spark ? <One key={spark.sparkId} spark={spark} sparkId={spark.sparkId} /> : data && <p>{t('sparks.gone')}</p>}
    </Page>
  );
}

function One({ spark, sparkId }: { spark: Spark; sparkId: SparkId }) {
  const { t } = useTranslation('after');
  const { person, contact } = spark;
  return (
    <>
      <p>{contact ? t('sparks.contact', { contact }) : t('sparks.noContact')}</p>
      <Thread sparkId={sparkId} name={person.name} fresh={spark.news !== null} />
      <Mentor spark={spark} />
    </>
  );
}
