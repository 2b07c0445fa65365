import './en.ts';
import './coffee.css';
import {
  type DrawingExplained,
  type DrawingId,
  drawingId,
  type Me,
  type TableExplained,
  toAjarError,
} from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Page } from '../page/index.ts';
import { listOfNames } from '../words/index.ts';
import { useDrawing, usePolicy, useReplay } from './queries.ts';
import { ruleWords, weightWords } from './weight-words.ts';

/** Why the people of one drawing sat together, and whether it comes out the same again. */
export function DrawingPage({ membership, id }: { membership: NonNullable<Me['membership']>; id: string }) {
  const { t } = useTranslation('coffee');
  usePageTitle(t('why.title'));
  const parsed = drawingId.safeParse(id);
  return (
    <Page title={t('why.title')} back={{ href: '/coffee', words: t('why.all') }}>
      {!membership.member.staff ? (
        <p>{t('notStaff')}</p>
      ) : parsed.success ? (
        <Drawing id={parsed.data} />
      ) : (
        <p>{t('why.gone')}</p>
      )}
    </Page>
  );
}

function Drawing({ id }: { id: DrawingId }) {
  const { t, i18n } = useTranslation('coffee');
  const { data, error } = useDrawing(id);
  if (error) return <p role="alert">{toAjarError(error).message}</p>;
  if (!data) return null;
  const time = new Date(data.at).toLocaleString(i18n.language, { dateStyle: 'full', timeStyle: 'short' });
  const people = t('why.people', { count: data.people, tables: t('why.tables', { count: data.tables }) });
  return (
    <>
      <p>{[time, data.round ?? t(`why.kind.${data.kind}`), people].join(' · ')}</p>
      <section aria-labelledby="tables-title">
        <h2 id="tables-title">{t('why.seating')}</h2>
        <ul className="explained">
          {data.seating.map((table) => (
            <Table key={table.people.map(({ memberId }) => memberId).join()} table={table} />
          ))}
        </ul>
      </section>
      <Kept drawing={data} />
      <Receipt drawing={data} />
    </>
  );
}

function Table({ table }: { table: TableExplained }) {
  const { t } = useTranslation('coffee');
  const names = new Map(table.people.map(({ memberId, name }) => [memberId, name ?? t('left')]));
  return (
    <li className="coffee-card">
      <h3>{listOfNames([...names.values()])}</h3>
      {table.pairs.map((pair) => (
        <div key={pair.people.join()} className="explained-pair">
          {table.pairs.length > 1 && <h4>{listOfNames(pair.people.map((id) => names.get(id) ?? t('left')))}</h4>}
          <Weighed pair={pair} />
        </div>
      ))}
    </li>
  );
}

function Weighed({ pair }: { pair: TableExplained['pairs'][number] }) {
  const { t } = useTranslation('coffee');
  const { data: policy } = usePolicy();
  const reasonOf = (name: string) => policy?.weights.find((weight) => weight.name === name)?.reason;
  if (pair.weighed.length + pair.turns.length === 0) return <p>{t('why.lot')}</p>;
  return (
    <ul className="weighed">
      {pair.turns.map((name) => (
        <li key={name}>
          <strong>{weightWords(t, name)}</strong>
          <span className="weighed-points">{t('why.first')}</span>
          <span>{reasonOf(name)}</span>
        </li>
      ))}
      {pair.weighed.map(({ name, points }) => (
        <li key={name}>
          <strong>{weightWords(t, name)}</strong>
          <span className="weighed-points">{t('why.points', { count: points })}</span>
          <span>{reasonOf(name)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Which rules kept people apart. Nothing about fewer than five people, and nothing about blocks, ever. */
function Kept({ drawing: { rules, repeatWindowDays } }: { drawing: DrawingExplained }) {
  const { t } = useTranslation('coffee');
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{t('why.rules')}</h2>
      <p>{t(rules ? 'why.rulesUnder' : 'why.rulesForgotten')}</p>
      {rules && (
        <ul className="kept-apart">
          {rules
            .filter(({ name }) => name !== 'metRecently' || repeatWindowDays !== 0)
            .map(({ name, people }) => (
              <li key={name}>
                <span>{ruleWords(t, name, repeatWindowDays ?? 0)}</span>
                <span>{people === null ? t('why.few') : t('why.concerned', { count: people })}</span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function Receipt({ drawing }: { drawing: DrawingExplained }) {
  const { t } = useTranslation('coffee');
  const replay = useReplay(drawing.drawingId);
  const { preset, policy, policyMark, seed } = drawing;
  const lines = [
    [t('receipt.preset'), preset],
    [t('receipt.policy'), policy === null ? t('receipt.policyUnknown') : String(policy)],
    [t('receipt.mark'), policyMark],
    [t('receipt.seed'), String(seed)],
  ] as const;
  return (
    <section aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('receipt.title')}</h2>
      <dl className="receipt">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t(`receipt.replay.${drawing.replay}`)}</p>
      {drawing.replay === 'yes' && (
        <Button isPending={replay.isPending} onPress={() => replay.mutate()}>
          {t('receipt.press')}
        </Button>
      )}
      <p role="status" className="replayed">
        {replay.data && t(replay.data.same ? 'receipt.same' : 'receipt.different')}
      </p>
    </section>
  );
}
