import { presetNames, type RoundKept } from '@ajar/shared';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayName, weekdays } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { Choice, Text } from '../fields/index.ts';
import { Guests } from './Guests.tsx';
import { NextDates } from './NextDates.tsx';
import { draftOf, planOf, recurrenceOf } from './plan-draft.ts';
import { useSaveRound } from './queries.ts';

/** What staff say about a round, with the next times it would take place. */
export function RoundForm({ round, onClose }: { round: RoundKept | null; onClose: () => void }) {
  const { t } = useTranslation('rounds');
  const [draft, setDraft] = useState(() => draftOf(round));
  const saving = useSaveRound(round?.roundId ?? null, onClose);
  const set = (name: keyof typeof draft) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(planOf(draft, round));
  };
  return (
    <form className="round round-form" onSubmit={submit} aria-labelledby="round-form-title">
      <h3 id="round-form-title">{t(round ? 'form.changeTitle' : 'form.title')}</h3>
      <Text label={t('form.name')} hint={t('form.nameHint')} value={draft.name} onChange={set('name')} most={80} wide />
      <Guests draft={draft} setDraft={setDraft} />
      <Choice label={t('form.rhythm')} value={draft.every} onChange={set('every')}>
        {(['weekly', 'fortnightly', 'monthly', 'own'] as const).map((every) => [every, t(`form.rhythms.${every}`)])}
      </Choice>
      {draft.every === 'monthly' && (
        <Choice label={t('form.nth')} value={draft.nth} onChange={set('nth')}>
          {(['1', '2', '3', '4', '-1'] as const).map((nth) => [nth, t(`form.nths.${nth}`)])}
        </Choice>
      )}
      {draft.every === 'own' ? (
        <Text label={t('form.rule')} hint={t('form.ruleHint')} value={draft.rule} onChange={set('rule')} most={200} />
      ) : (
        <Choice label={t('form.weekday')} value={draft.weekday} onChange={set('weekday')}>
          {weekdays.map((day, n) => [day, weekdayName(n)])}
        </Choice>
      )}
      <Text label={t('form.at')} type="time" value={draft.at} onChange={set('at')} />
      <Text label={t('form.from')} type="date" value={draft.from} onChange={set('from')} />
      <Choice label={t('form.timeZone')} value={draft.timeZone} onChange={set('timeZone')}>
        {[...new Set([draft.timeZone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [
          zone,
          zone.replaceAll('_', ' '),
        ])}
      </Choice>
      <Text label={t('form.sittings')} type="number" value={draft.sittings} onChange={set('sittings')} range={[1, 6]} />
      <Text label={t('form.minutes')} type="number" value={draft.minutes} onChange={set('minutes')} range={[1, 120]} />
      <Choice label={t('form.preset')} value={draft.preset} onChange={set('preset')}>
        {[['', t('form.ownPreset')], ...presetNames.map((name): [string, string] => [name, name])]}
      </Choice>
      <Text
        label={t('form.window')}
        hint={t('form.windowHint')}
        type="number"
        value={draft.window}
        onChange={set('window')}
        range={[0, 3650]}
        optional
      />
      <NextDates recurrence={recurrenceOf(draft)} />
      <div className="round-presses">
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t('form.save')}
        </Button>
        <Button onPress={onClose}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
