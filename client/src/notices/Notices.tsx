import './en.ts';
import './notices.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../design/index.ts';
import { dismiss, type Notice, noticeStore } from './store.ts';

/** How long what is only worth knowing stays, in ms: three times what reading the longest of it takes. */
const goesAfter = 15_000;

/**
 * What went wrong or is worth knowing, without taking the focus. Both live regions are always in the page, so that
 * screen readers hear what is put into them; as a top layer they are heard beside an open dialog too.
 */
export function Notices() {
  return (
    <div className="notices" data-react-aria-top-layer="true">
      <div role="alert" aria-atomic={false}>
        <NoticesOf kind="error" />
      </div>
      <div role="status" aria-atomic={false}>
        <NoticesOf kind="info" />
      </div>
    </div>
  );
}

function NoticesOf({ kind }: { kind: Notice['kind'] }) {
  const notices = useStore(noticeStore, (state) => state.notices);
  return notices
    .filter((notice) => notice.kind === kind)
    .map((notice) => <OneNotice key={notice.id} notice={notice} />);
}

/**
 * What went wrong stays until it is dismissed. What is only worth knowing goes by itself, so that it never stands over
 * what somebody wants to press; not while it is pointed at or has the focus.
 */
function OneNotice({ notice: { id, kind, text } }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (kind === 'error' || held) return undefined;
    const timer = setTimeout(() => dismiss(id), goesAfter);
    return () => clearTimeout(timer);
  }, [id, kind, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody reads
    <div
      className="notice"
      data-kind={kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      <Button onPress={() => dismiss(id)}>{t('dismiss')}</Button>
    </div>
  );
}
