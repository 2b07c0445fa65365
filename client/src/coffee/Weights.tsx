import type { PolicySeen } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { type PolicyDraft, pointsOf } from './policy-draft.ts';
import { weightWords } from './weight-words.ts';

interface WeightsProps {
  draft: PolicyDraft;
  seen: PolicySeen;
  onChange: (draft: PolicyDraft) => void;
}

/** Every weight, why it is there, and what the preset gives it. */
export function Weights({ draft, seen, onChange }: WeightsProps) {
  const { t } = useTranslation('coffee');
  const own = pointsOf(seen, draft.preset);
  const set = (name: string, value: string) => onChange({ ...draft, weights: { ...draft.weights, [name]: value } });
  const changed = seen.weights.filter(({ name }) => Number(draft.weights[name]) !== own[name]).length;
  return (
    <details className="weights">
      <summary>
        {t('policy.weights')}{' '}
        <small>{changed > 0 ? t('policy.changed', { count: changed }) : t('policy.asPreset')}</small>
      </summary>
      <p>{t('policy.weightsUnder')}</p>
      <ul>
        {seen.weights.map(({ name, reason, most }) => (
          <li key={name} data-changed={Number(draft.weights[name]) !== own[name] || undefined}>
            <label htmlFor={`weight-${name}`}>{weightWords(t, name)}</label>
            <p id={`weight-${name}-why`}>{reason}</p>
            {name === 'likeness' ? (
              <input
                id={`weight-${name}`}
                type="checkbox"
                checked={Number(draft.weights[name]) > 0}
                disabled={own[name] === 0}
                aria-describedby={`weight-${name}-why`}
                onChange={({ target }) => set(name, target.checked ? String(own[name]) : '0')}
              />
            ) : (
              <input
                id={`weight-${name}`}
                type="number"
                min={0}
                max={most}
                step="any"
                required
                value={draft.weights[name] ?? ''}
                aria-describedby={`weight-${name}-why weight-${name}-own`}
                onChange={({ target }) => set(name, target.value)}
              />
            )}
            <span id={`weight-${name}-own`} className="weight-own">
              {name === 'likeness'
                ? t(own[name] ? 'policy.ownOn' : 'policy.ownOff')
                : t('policy.own', { own: own[name] ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
