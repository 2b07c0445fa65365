import type { PolicySeen } from '@ajar/shared';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { changeOf, draftOf, isChanged, type PolicyDraft, withPreset } from './policy-draft.ts';
import { useSetPolicy } from './queries.ts';
import { Weights } from './Weights.tsx';
import { presetWords } from './weight-words.ts';

/** How the programme pairs, to be changed. It keeps what it began with, so that nobody's change is overwritten unseen. */
export function PolicyForm({ seen }: { seen: PolicySeen }) {
  const { t } = useTranslation('coffee');
  const [base, setBase] = useState(seen);
  const [draft, setDraft] = useState(() => draftOf(seen));
  const saving = useSetPolicy((saved) => {
    setBase(saved);
    setDraft(draftOf(saved));
  });
  const changed = isChanged(draft, base);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (changed) saving.mutate(changeOf(draft, base));
  };
  return (
    <form className="coffee-card policy-form" onSubmit={submit} aria-labelledby="policy-title">
      <Presets draft={draft} seen={base} onChange={setDraft} />
      <Weights draft={draft} seen={base} onChange={setDraft} />
      <Rules draft={draft} onChange={setDraft} />
      <div className="coffee-presses">
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t('policy.save')}
        </Button>
        {changed && <Button onPress={() => setDraft(draftOf(base))}>{t('policy.undo')}</Button>}
        <p role="status">{status(t, base.version, changed)}</p>
      </div>
      <Changes changes={base.changes} />
    </form>
  );
}

type T = ReturnType<typeof useTranslation<'coffee'>>['t'];

function status(t: T, version: number, changed: boolean): string {
  if (changed) return t('policy.unsaved');
  return version === 0 ? t('policy.asShipped') : t('policy.version', { version });
}

type Part = { draft: PolicyDraft; onChange: (draft: PolicyDraft) => void };

function Presets({ draft, seen, onChange }: Part & { seen: PolicySeen }) {
  const { t } = useTranslation('coffee');
  return (
    <fieldset className="presets">
      <legend>{t('policy.preset')}</legend>
      {seen.presets.map(({ name }) => (
        <label key={name} className="preset">
          <input
            type="radio"
            name="preset"
            value={name}
            checked={draft.preset === name}
            onChange={() => onChange(withPreset(draft, seen, name))}
          />
          <span>
            <strong>{name}</strong>
            <span>{presetWords(t, name)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Rules({ draft, onChange }: Part) {
  const { t } = useTranslation('coffee');
  return (
    <div className="policy-rules">
      <div className="field">
        <label htmlFor="policy-window">{t('policy.window')}</label>
        <input
          id="policy-window"
          type="number"
          min={0}
          max={3650}
          step={1}
          required
          value={draft.window}
          aria-describedby="policy-window-hint"
          onChange={({ target }) => onChange({ ...draft, window: target.value })}
        />
        <span className="hint" id="policy-window-hint">
          {t('policy.windowHint')}
        </span>
      </div>
      <div className="field">
        <label htmlFor="policy-bar">{t('policy.bar')}</label>
        <input
          id="policy-bar"
          type="number"
          min={0}
          max={100}
          step={1}
          required
          value={draft.bar}
          aria-describedby="policy-bar-hint"
          onChange={({ target }) => onChange({ ...draft, bar: target.value })}
        />
        <span className="hint" id="policy-bar-hint">
          {t('policy.barHint')}
        </span>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.supervisorsMay}
          onChange={({ target }) => onChange({ ...draft, supervisorsMay: target.checked })}
        />
        {t('policy.supervisors')}
      </label>
    </div>
  );
}

function Changes({ changes }: Pick<PolicySeen, 'changes'>) {
  const { t, i18n } = useTranslation('coffee');
  if (changes.length === 0) return null;
  const parts = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <details className="policy-changes">
      <summary>{t('policy.changes')}</summary>
      <ul>
        {changes.map(({ version, at, by, parts: changed }) => (
          <li key={version}>
            <strong>{t('policy.change', { version })}</strong>{' '}
            <time dateTime={at}>
              {new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>{' '}
            · {by ?? t('left')} · {parts.format(changed.map((part) => t(`policy.parts.${part}`)))}
          </li>
        ))}
      </ul>
    </details>
  );
}
