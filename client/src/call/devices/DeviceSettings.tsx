import './en.ts';
import './devices.css';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { DialogBox } from '../../dialog/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { OwnDevices } from '../preview/OwnDevices.tsx';
import { OwnPicture } from '../preview/OwnPicture.tsx';
import { useStore } from '../use-store.ts';
import { MoreChoices } from './MoreChoices.tsx';
import { PermissionHelp } from './PermissionHelp.tsx';

/** The preview again, during a call: how one looks and sounds, which devices, what is made of them. */
export function DeviceSettings({ flow, onClose }: { flow: CallFlow; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const wanted = useStore(flow.local.state, (state) => state.cameraWanted);
  return (
    <DialogBox onClose={onClose}>
      <div className="devices-dialog">
        <Heading slot="title">{t('title')}</Heading>
        {wanted && <OwnPicture local={flow.local} />}
        <PermissionHelp local={flow.local} />
        <OwnDevices flow={flow} />
        <MoreChoices flow={flow} />
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </DialogBox>
  );
}
