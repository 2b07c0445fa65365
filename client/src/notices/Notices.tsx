import './en.ts';
import './notices.css';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../design/index.ts';
import { dismiss, noticeStore } from './store.ts';

/**
 * What went wrong or is worth knowing, without taking the focus. Both live regions are always in the page, so that
 * screen readers hear what is put into them; as a top layer they are heard beside an open dialog too.
 */
export function Notices() {
  return (
    <div className="notices" data-react-aria-top-layer="true">
      <div role="alert">
        <NoticesOf kind="error" />
      </div>
      <div role="status">
        <NoticesOf kind="info" />
      </div>
    </div>
  );
}

function NoticesOf({ kind }: { kind: 'error' | 'info' }) {
  const { t } = useTranslation('notices');
  const notices = useStore(noticeStore, (state) => state.notices);
  return notices
    .filter((notice) => notice.kind === kind)
    .map((notice) => (
      <div key={notice.id} className="notice" data-kind={kind}>
        <p>{notice.text}</p>
        <Button onPress={() => dismiss(notice.id)}>{t('dismiss')}</Button>
      </div>
    ));
}
