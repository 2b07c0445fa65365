import './staff-en.ts';
import { doorEntry, memberId, type StaffedDoor } from '@ajar/shared';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { useSaveStaffedDoor } from './queries.ts';

/** What a staffed door is called, what it is for, how one comes in, and who holds it. */
export function StaffedDoorForm({ door, onClose }: { door: StaffedDoor | null; onClose: () => void }) {
  const { t } = useTranslation('helpDesks');
  const { data } = useMembers();
  const save = useSaveStaffedDoor(door?.doorId ?? null, onClose);
  const [nobody, setNobody] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const hostIds = form.getAll('host').map((id) => memberId.parse(id));
    setNobody(hostIds.length === 0);
    if (hostIds.length === 0) return;
    const words = (name: string) => String(form.get(name) ?? '').trim();
    save.mutate({
      title: words('title'),
      about: words('about'),
      entry: doorEntry.parse(form.get('entry')),
      hostIds,
    });
  };
  return (
    <form className="page-card desk-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor="desk-title">{t('name')}</label>
        <input id="desk-title" name="title" maxLength={80} required defaultValue={door?.title} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="desk-about">{t('about')}</label>
        <input id="desk-about" name="about" maxLength={160} defaultValue={door?.about} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="desk-entry">{t('entry')}</label>
        <select id="desk-entry" name="entry" defaultValue={door?.entry ?? 'open'}>
          {doorEntry.options.map((entry) => (
            <option key={entry} value={entry}>
              {t(`entries.${entry}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{t('hosts')}</legend>
        {data?.members.map((member) => (
          <label className="tick" key={member.memberId}>
            <input
              type="checkbox"
              name="host"
              value={member.memberId}
              defaultChecked={door?.hosts.some((host) => host.memberId === member.memberId)}
            />
            {member.name}
          </label>
        ))}
      </fieldset>
      {nobody && <p role="alert">{t('noHosts')}</p>}
      <div className="desk-presses">
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
        <Button onPress={onClose}>{t('keep')}</Button>
      </div>
    </form>
  );
}
