import './en.ts';
import './waiting.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLineRules, useSetLineRules } from './queries.ts';

const lengths = [10, 15, 20, 30, 45, 60] as const;

/** The rules of the line at one's own door, folded away. */
export function OwnLine() {
  const { t } = useTranslation('waiting');
  const [open, setOpen] = useState(false);
  const { data: rules } = useLineRules(open);
  const { mutate, isPending } = useSetLineRules();
  return (
    <details className="own-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('own.summary')}</summary>
      {rules && (
        <>
          <label>
            <input
              type="checkbox"
              checked={rules.newcomersFirst}
              disabled={isPending}
              onChange={({ target }) => mutate({ newcomersFirst: target.checked })}
            />{' '}
            {t('own.newcomers')}
          </label>
          <label>
            {t('own.length')}{' '}
            <select
              value={rules.visitMinutes ?? ''}
              disabled={isPending}
              onChange={({ target }) => mutate({ visitMinutes: target.value === '' ? null : Number(target.value) })}
            >
              <option value="">{t('own.never')}</option>
              {lengths.map((count) => (
                <option key={count} value={count}>
                  {t('own.after', { count })}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </details>
  );
}
