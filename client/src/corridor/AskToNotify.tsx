import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../design/index.ts';
import { notificationQuestion } from '../live/index.ts';

/** Our own question before the browser's: only somebody whose door is not shut is asked, and only once. */
export function AskToNotify() {
  const { t } = useTranslation('corridor');
  const open = useStore(notificationQuestion.store, (state) => state.open);
  if (!open) return null;
  return (
    <div className="ask-to-notify">
      <p>{t('own.tellTitle')}</p>
      <div className="own-presses">
        <Button onPress={notificationQuestion.yes}>{t('own.tellYes')}</Button>
        <Button onPress={notificationQuestion.no}>{t('own.tellNo')}</Button>
      </div>
    </div>
  );
}
