import './connection-check.css';
import './en.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import type { CheckState } from './check.ts';
import { needsOf, verdictOf, works } from './findings.ts';
import { needInWords, sentence } from './sentence.ts';

/** What the check found, in one sentence, and behind Details what to hand to the IT people. */
export function Outcome({ state }: { state: CheckState }) {
  const { t } = useTranslation('connectionCheck');
  if (state.phase === 'checking') return <p aria-live="polite">{t('checking')}</p>;
  if (state.phase === 'failed') return <p aria-live="polite">{t('failed', { words: state.error.message })}</p>;
  const { findings, origin, target } = state;
  const needs = needsOf(findings, origin, target);
  return (
    <>
      <p aria-live="polite" data-through={works(verdictOf(findings))}>
        {sentence(findings, needs)}
      </p>
      <Details lines={needs.map(needInWords)} />
    </>
  );
}

function Details({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation('connectionCheck');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join('\n'));
    setCopied(true);
  };
  return (
    <details>
      <summary>{t('details')}</summary>
      <p>{t('intro')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {/* Only on a secure address; elsewhere the lines can be marked and copied by hand. */}
      {navigator.clipboard && <Button onPress={copy}>{t('copy')}</Button>}
      <span role="status">{copied && t('copied')}</span>
    </details>
  );
}
