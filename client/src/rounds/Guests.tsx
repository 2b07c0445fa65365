import type { MemberId } from '@ajar/shared';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../api/index.ts';
import type { Draft } from './plan-draft.ts';

interface GuestsProps {
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
}

/** Who is invited: everybody, or the members ticked. */
export function Guests({ draft, setDraft }: GuestsProps) {
  const { t } = useTranslation('rounds');
  const { data } = useMembers();
  const everybody = draft.invited === null;
  const tick = (memberId: MemberId, ticked: boolean) =>
    setDraft((before) => {
      const others = (before.invited ?? []).filter((id) => id !== memberId);
      return { ...before, invited: ticked ? [...others, memberId] : others };
    });
  return (
    <fieldset className="round-guests">
      <legend>{t('form.invited')}</legend>
      <label className="tick">
        <input
          type="radio"
          name="invited"
          checked={everybody}
          onChange={() => setDraft((before) => ({ ...before, invited: null }))}
        />
        {t('form.everybody')}
      </label>
      <label className="tick">
        <input
          type="radio"
          name="invited"
          checked={!everybody}
          onChange={() => setDraft((before) => ({ ...before, invited: before.invited ?? [] }))}
        />
        {t('form.chosen')}
      </label>
      {draft.invited && (
        <fieldset className="round-guest-list">
          <legend>{t('form.list')}</legend>
          {data?.members.map(({ memberId, name }) => (
            <label className="tick" key={memberId}>
              <input
                type="checkbox"
                checked={draft.invited?.includes(memberId)}
                onChange={(event) => tick(memberId, event.target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </fieldset>
  );
}
