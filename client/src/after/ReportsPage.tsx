import './en.ts';
import './after.css';
import type { Me, PulseMonth, Report } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../live/index.ts';
import { Page } from '../page/index.ts';
import { usePulses, useReports } from './sparks.ts';

/** What staff are told: reports, with who wrote them, and how conversations are found, in figures of five or more. */
export function ReportsPage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('after');
  usePageTitle(t('reports.title'));
  return (
    <Page title={t('reports.title')} back={{ href: '/', words: t('sparks.corridor') }}>
      {membership.member.staff ? <ForStaff /> : <p>{t('reports.notStaff')}</p>}
    </Page>
  );
}

function ForStaff() {
  const { t } = useTranslation('after');
  const { data } = useReports();
  const { data: pulses } = usePulses();
  return (
    <>
      <section aria-labelledby="reports-title">
        <h2 id="reports-title">{t('reports.list')}</h2>
        <p>{t(data?.reports.length === 0 ? 'reports.none' : 'reports.under')}</p>
        <ul className="reports-list">
          {data?.reports.map((report) => (
            <OneReport key={report.reportId} report={report} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="pulses-title">
        <h2 id="pulses-title">{t('pulses.title')}</h2>
        <p>{t('pulses.under')}</p>
        {pulses && pulses.months.length > 0 ? <Pulses months={pulses.months} /> : <p>{t('pulses.none')}</p>}
      </section>
    </>
  );
}

function OneReport({ report }: { report: Report }) {
  const { t, i18n } = useTranslation('after');
  const { reporter, about, reason, words, kind, at } = report;
  const time = new Date(at).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <li>
      <h3>{t('reports.who', { reporter: reporter.name, about: about.name })}</h3>
      <p>
        {t(`dialog.reasons.${reason}`)} · <time dateTime={at}>{time}</time>
        {kind && ` · ${t(`reports.kind.${kind}`)}`}
      </p>
      {words && <blockquote>{words}</blockquote>}
    </li>
  );
}

function Pulses({ months }: { months: readonly PulseMonth[] }) {
  const { t, i18n } = useTranslation('after');
  const named = (month: string) =>
    new Date(`${month}-15T12:00:00Z`).toLocaleDateString(i18n.language, { year: 'numeric', month: 'long' });
  return (
    <table className="pulses">
      <thead>
        <tr>
          <th scope="col">{t('pulses.month')}</th>
          {(['yes', 'somewhat', 'no'] as const).map((worth) => (
            <th key={worth} scope="col">
              {t(`worth.${worth}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, ...figures }) => (
          <tr key={month}>
            <th scope="row">{named(month)}</th>
            {(['yes', 'somewhat', 'no'] as const).map((worth) => (
              <td key={worth}>{figures[worth] ?? t('pulses.few')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
