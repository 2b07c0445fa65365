import type { RouteReply } from '@ajar/shared';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { Text } from '../fields/index.ts';
import { i18n } from '../words/index.ts';
import { useAddDays, useEndDays } from './queries.ts';

interface DaysOffProps {
  days: RouteReply<'hours'>['daysOff'];
  /** Of the whole programme rather than one's own. */
  everybody: boolean;
  mayChange: boolean;
}

/** Days without hours: one's own, or the holidays of the programme, which staff set. */
export function DaysOff({ days, everybody, mayChange }: DaysOffProps) {
  const { t } = useTranslation('hours');
  const id = useId();
  const end = useEndDays(everybody);
  if (!mayChange && days.length === 0) return null;
  return (
    <section className="page-card hours-card" aria-labelledby={id}>
      <h2 id={id}>{t(everybody ? 'off.holidays' : 'off.title')}</h2>
      <p>{t(everybody ? 'off.holidaysUnder' : 'off.under')}</p>
      <ul className="hours-times">
        {days.map(({ daysOffId, from, to, name }) => {
          const range = from === to ? dateWords(from) : t('off.range', { from: dateWords(from), to: dateWords(to) });
          const words = name ? `${name}, ${range}` : range;
          return (
            <li key={daysOffId}>
              <span>{words}</span>
              {mayChange && (
                <Button
                  aria-label={t('off.removeOf', { days: words })}
                  isPending={end.isPending}
                  onPress={() => end.mutate(daysOffId)}
                >
                  {t('off.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && <NewDays everybody={everybody} />}
    </section>
  );
}

const nothing = { from: '', to: '', name: '' };

function NewDays({ everybody }: { everybody: boolean }) {
  const { t } = useTranslation('hours');
  const [draft, setDraft] = useState(nothing);
  const add = useAddDays(everybody, () => setDraft(nothing));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate(draft);
  };
  const setFirst = (from: string) =>
    setDraft((before) => ({ ...before, from, to: before.to < from ? from : before.to }));
  return (
    <form className="hours-form" onSubmit={submit}>
      <Text label={t('off.from')} type="date" value={draft.from} onChange={setFirst} />
      <Text label={t('off.to')} type="date" value={draft.to} onChange={(to) => setDraft({ ...draft, to })} />
      <Text
        label={t('off.name')}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        most={80}
        optional
      />
      <div className="hours-presses">
        <Button type="submit" isPending={add.isPending}>
          {t(everybody ? 'off.addHoliday' : 'off.add')}
        </Button>
      </div>
    </form>
  );
}

/** A date that is the same wherever it is read: `Thu 24 Dec`. */
function dateWords(date: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(i18n.language, options).format(new Date(`${date}T00:00:00Z`));
}
