import './en.ts';
import './figures.css';
import { csvOf, type DoorFigureRow, type DoorFigures, type Me } from '@ajar/shared';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { call } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Page } from '../page/index.ts';

const columns = ['offeredHours', 'usedHours', 'visits', 'firstVisits', 'waitMedian', 'waitP90'] as const;

/** What the doors offered and how they were used, for staff, in figures about five or more. */
export function FiguresPage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('figures');
  usePageTitle(t('title'));
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }} wide>
      {membership.member.staff ? <ForStaff /> : <p>{t('notStaff')}</p>}
    </Page>
  );
}

function ForStaff() {
  const { t } = useTranslation('figures');
  const { data } = useQuery({
    queryKey: ['figures', 'doors'],
    queryFn: ({ signal }) => call('doorFigures', {}, { signal }),
  });
  return (
    <>
      <p>{t('under')}</p>
      {data?.months.length === 0 && <p>{t('none')}</p>}
      {data && data.months.length > 0 && (
        <>
          <p>{t('whose')}</p>
          <Button onPress={() => save(t, data.months)}>{t('save')}</Button>
          {data.months.map((month) => (
            <OneMonth key={month.month} month={month} />
          ))}
        </>
      )}
    </>
  );
}

function OneMonth({ month: { month, rows } }: { month: DoorFigures }) {
  const { t, i18n } = useTranslation('figures');
  const name = new Date(`${month}-15T12:00:00Z`).toLocaleDateString(i18n.language, { year: 'numeric', month: 'long' });
  const seen = rows.some((row) => columns.some((column) => row[column] !== null));
  return (
    <section className="figures-month" aria-labelledby={`figures-${month}`}>
      <h2 id={`figures-${month}`}>{name}</h2>
      {seen ? <Table label={name} rows={rows} /> : <p>{t('nothing')}</p>}
    </section>
  );
}

function Table({ label, rows }: { label: string; rows: readonly DoorFigureRow[] }) {
  const { t, i18n } = useTranslation('figures');
  const number = new Intl.NumberFormat(i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must be reached by the keyboard
    <section className="figures-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('division')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.division}>
              <th scope="row">{row.division === null ? t('everybody') : row.division || t('unnamed')}</th>
              {columns.map((column) => (
                <td key={column} data-hidden={row[column] === null || undefined}>
                  {row[column] === null ? t('few') : number.format(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function save(t: TFunction<'figures'>, months: readonly DoorFigures[]): void {
  const named = ['month', 'division', 'everybody', 'unnamed', ...columns] as const;
  const words = Object.fromEntries(named.map((key) => [key, t(key)])) as Record<(typeof named)[number], string>;
  // The mark at the beginning tells a spreadsheet that these are letters of all languages.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csvOf(months, words)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'doors.csv' });
  link.click();
  URL.revokeObjectURL(url);
}
