import './shortcuts-en.ts';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { DialogBox } from '../../dialog/index.ts';
import { keyOf, type Press } from './shortcuts.ts';

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
