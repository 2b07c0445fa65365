import './en.ts';
import './pointer.css';
import { MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** On what is shared: begin or end pointing at it. */
export function PointPress({ call }: { call: Call }) {
  const { t } = useTranslation('pointer');
  const pointing = useStore(call.view.state, (view) => view.pointing);
  return (
    <button
      type="button"
      className="call-pin pointer-press"
      aria-pressed={pointing}
      aria-keyshortcuts="O"
      title={t('key')}
      onClick={() => call.view.togglePointing()}
    >
      <MousePointerClick aria-hidden="true" />
      <span>{t(pointing ? 'stop' : 'point')}</span>
    </button>
  );
}
