import type { PersonSeen } from '@ajar/shared';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { preloadAfter, preloadReportOrBlock, reportOrBlock } from '../../after/index.ts';
import type { CallFlow } from '../call-flow.ts';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

interface SafetyPressProps {
  flow: CallFlow;
  call: Call;
  /** Somebody here was blocked: this call is left. */
  onBlocked: () => void;
}

/** How long the first picture of somebody else may take before the dialogs are fetched all the same, in ms. */
const preloadAfterAll = 3_000;

/** Ahead of need, but not before the other is seen: nothing competes with that. */
function preloadDialogs(): void {
  preloadReportOrBlock();
  preloadAfter();
}

/** Reports or blocks whoever is in this call or was, one press away. */
export function SafetyPress({ flow, call, onBlocked }: SafetyPressProps) {
  const { t } = useTranslation('safety');
  const expected = useStore(flow.state, ({ admission }) => admission?.with);
  const participants = useStore(call.state, (state) => state.participants);
  // Somebody who has just left is still somebody one may need to report.
  const known = useRef(new Map<string, PersonSeen>());
  for (const { memberId, name } of [...(expected ?? []), ...participants])
    known.current.set(memberId, { memberId, name });
  const seen = useStore(call.state, (state) => state.seen);
  useEffect(() => {
    const timer = setTimeout(preloadDialogs, seen ? 0 : preloadAfterAll);
    return () => clearTimeout(timer);
  }, [seen]);
  const open = () =>
    reportOrBlock({
      people: [...known.current.values()],
      encounterId: flow.state.getState().encounterId,
      onBlocked,
    });
  return (
    <button type="button" className="call-press" aria-label={t('open')} title={t('open')} onClick={open}>
      <ShieldAlert aria-hidden="true" />
      <span className="call-press-words">{t('open')}</span>
    </button>
  );
}
