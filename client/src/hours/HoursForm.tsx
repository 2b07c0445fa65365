import type { DoorId, HoursKept, PersonSeen, RouteReply } from '@ajar/shared';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayName, weekdays } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { Choice, Text } from '../fields/index.ts';
import { draftOf, type HoursDraft, minutesOf, planOf } from './draft.ts';
import { useMakeDeskHours, useSaveHours } from './queries.ts';

/** The shortest and longest hours, in minutes. */
const shortest = 5;
const longest = 720;

interface HoursFormProps {
  hours: HoursKept | null;
  /** The help desks whose duty may have hours too. */
  desks: RouteReply<'hours'>['desks'];
  /** Staff set them for somebody who holds a help desk. Default: they are one's own. */
  desk?: { doorId: DoorId; hosts: readonly PersonSeen[] };
  onClose: () => void;
}

/** What a mentor says about hours: where, a day, from, to, and how often. */
export function HoursForm({ hours, desks, desk, onClose }: HoursFormProps) {
  const { t } = useTranslation('hours');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [draft, setDraft] = useState(() => draftOf(hours, new Date(), here));
  const own = useSaveHours(hours?.hoursId ?? null, onClose);
  const forHost = useMakeDeskHours(onClose);
  const saving = desk ? forHost : own;
  const [hostId, setHost] = useState(desk?.hosts[0]?.memberId);
  const set = (part: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...part }));
  const minutes = minutesOf(draft);
  const fits = minutes >= shortest && minutes <= longest;
  const rhythms = [
    'weekly',
    'fortnightly',
    'once',
    ...(hours && draft.every === 'own' ? ['own' as const] : []),
  ] as const;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!fits) return;
    const plan = planOf(draft);
    if (!desk) own.mutate({ plan, doorId: desks.find(({ doorId }) => doorId === draft.desk)?.doorId });
    else if (hostId) forHost.mutate({ doorId: desk.doorId, body: { ...plan, hostId } });
  };
  return (
    <form className="page-card hours-card hours-form" onSubmit={submit} aria-labelledby="hours-form-title">
      <h3 id="hours-form-title">{t(hours ? 'form.changeTitle' : 'form.title')}</h3>
      {desk && (
        <Choice
          label={t('form.host')}
          value={hostId ?? ''}
          onChange={(chosen) => setHost(desk.hosts.find(({ memberId }) => memberId === chosen)?.memberId)}
        >
          {desk.hosts.map(({ memberId, name }): [string, string] => [memberId, name])}
        </Choice>
      )}
      {!hours && desks.length > 0 && (
        <Choice label={t('form.where')} value={draft.desk} onChange={(desk) => set({ desk })}>
          {[['', t('form.ownDoor')], ...desks.map(({ doorId, title }): [string, string] => [doorId, title])]}
        </Choice>
      )}
      <Choice
        label={t('form.often')}
        value={draft.every}
        onChange={(every) => set({ every: every as HoursDraft['every'] })}
      >
        {rhythms.map((every) => [every, t(`form.rhythms.${every}`)])}
      </Choice>
      {(draft.every === 'weekly' || draft.every === 'fortnightly') && (
        <Choice
          label={t('form.day')}
          value={draft.weekday}
          onChange={(weekday) => set({ weekday: weekday as HoursDraft['weekday'] })}
        >
          {weekdays.map((day, n) => [day, weekdayName(n)])}
        </Choice>
      )}
      {draft.every !== 'weekly' && (
        <Text
          label={t(draft.every === 'once' ? 'form.date' : 'form.first')}
          type="date"
          value={draft.date}
          onChange={(date) => set({ date })}
        />
      )}
      <Text label={t('form.from')} type="time" value={draft.from} onChange={(from) => set({ from })} />
      <Text label={t('form.to')} type="time" value={draft.to} onChange={(to) => set({ to })} />
      {!draft.desk && !desk && (
        <Choice
          label={t('form.door')}
          value={draft.knock ? 'ajar' : 'open'}
          onChange={(state) => set({ knock: state === 'ajar' })}
        >
          {(['open', 'ajar'] as const).map((state) => [state, t(`form.${state}`)])}
        </Choice>
      )}
      <Choice label={t('form.zone')} value={draft.timeZone} onChange={(timeZone) => set({ timeZone })}>
        {[...new Set([draft.timeZone, here, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [
          zone,
          zone.replaceAll('_', ' '),
        ])}
      </Choice>
      <p role="status" className="hours-wrong">
        {!fits && t(minutes === 0 || minutes > longest ? 'form.backwards' : 'form.long')}
      </p>
      <div className="hours-presses">
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t('form.save')}
        </Button>
        <Button onPress={onClose}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
