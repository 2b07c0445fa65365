import { Keyboard, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallFlow } from '../call-flow.ts';
import { ConnectionPress } from '../connection/index.ts';
import type { Call } from '../media-client/index.ts';
import { heading } from '../messages.ts';
import { useStore } from '../use-store.ts';
import { ViewPress } from './ViewPress.tsx';

interface HeadingProps {
  flow: CallFlow;
  call: Call;
  others: number;
  /** Whether its presses are drawn yet. */
  presses: boolean;
  onDevices: () => void;
  onHelp: () => void;
}

/** What this call is, who can hear it, and the presses about the page. */
export function Heading({ flow, call, others, presses, onDevices, onHelp }: HeadingProps) {
  const { t } = useTranslation('call');
  const admission = useStore(flow.state, (state) => state.admission);
  return (
    <header className="call-head">
      <h1>{admission && heading(admission)}</h1>
      <p className="call-private">{t(others > 1 ? 'private.many' : 'private.two')}</p>
      <div className="call-head-presses">
        {presses && (
          <>
            <ConnectionPress call={call} local={flow.local} />
            <button
              type="button"
              className="call-help call-devices"
              aria-label={t('press.devices')}
              title={t('press.devices')}
              onClick={onDevices}
            >
              <Settings2 aria-hidden="true" />
            </button>
            <ViewPress call={call} />
            <button
              type="button"
              className="call-help"
              aria-label={t('press.shortcuts')}
              title={t('press.shortcuts')}
              data-keys
              onClick={onHelp}
            >
              <Keyboard aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {admission?.reason && <p className="call-reason">{admission.reason}</p>}
    </header>
  );
}
