import { LayoutGrid } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../media-client/index.ts';
import { ViewMenu } from '../view/index.ts';

/** Opens what one may choose about one's own view of the call. */
export function ViewPress({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const [open, setOpen] = useState(false);
  const press = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={press}
        type="button"
        className="call-help"
        aria-label={t('press.view')}
        aria-haspopup="menu"
        aria-expanded={open}
        title={t('press.view')}
        onClick={() => setOpen(true)}
      >
        <LayoutGrid aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <ViewMenu call={call} press={press} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
