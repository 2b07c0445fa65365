import './en.ts';
import './connection.css';
import { Signal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, LocalMedia } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

const ConnectionSheet = lazy(() => import('./ConnectionSheet.tsx').then((part) => ({ default: part.ConnectionSheet })));

/** Opens what there is to know of the connection, and to do about it. */
export function ConnectionPress({ call, local }: { call: Call; local: LocalMedia }) {
  const { t } = useTranslation('connection');
  const saving = useStore(local.state, (state) => state.saving);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="connection-press"
        aria-label={t('press')}
        aria-description={saving ? t('saving') : undefined}
        title={t('press')}
        onClick={() => setOpen(true)}
      >
        {saving && <span>{t('saving')}</span>}
        <Signal aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <ConnectionSheet call={call} local={local} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
