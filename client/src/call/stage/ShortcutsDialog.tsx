import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { DialogBox } from '../../dialog/index.ts';
import { addWords } from '../../words/index.ts';
import { keyOf, type Press } from './shortcuts.ts';

const en = {
  title: 'Keyboard shortcuts',
  microphone: 'Microphone on or off',
  camera: 'Camera on or off',
  share: 'Share screen, or stop',
  hand: 'Raise or lower your hand',
  chat: 'Chat',
  leave: 'Leave',
  help: 'These shortcuts',
  hold: 'Speak while you hold it, when you are muted',
  space: 'Space',
  close: 'Close',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shortcuts: typeof en;
  }
}

addWords('shortcuts', en);

/** The keys of a call. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shortcuts');
  return (
    <DialogBox onClose={onClose}>
      <div className="call-shortcuts">
        <Heading slot="title">{t('title')}</Heading>
        <dl>
          {(Object.keys(keyOf) as Press[]).map((press) => (
            <div key={press}>
              <dt>
                <kbd>{keyOf[press]}</kbd>
              </dt>
              <dd>{t(press)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>{t('space')}</kbd>
            </dt>
            <dd>{t('hold')}</dd>
          </div>
        </dl>
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </DialogBox>
  );
}
