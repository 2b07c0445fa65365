import { Mic, MicOff, Video as VideoIcon, VideoOff } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { WayThrough } from '../../connection-check/index.ts';
import { Button } from '../../design/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { MoreChoices, PermissionHelp } from '../devices/index.ts';
import { tellLeft } from '../leaving.ts';
import { deviceTrouble, meeting } from '../messages.ts';
import { BarPress } from '../stage/BarPress.tsx';
import { useToggles } from '../stage/ControlBar.tsx';
import { useStore } from '../use-store.ts';
import { OwnDevices } from './OwnDevices.tsx';
import { OwnPicture } from './OwnPicture.tsx';

/** Shown once on a machine: how one looks and sounds, which devices, and one press. */
export function Preview({ flow }: { flow: CallFlow }) {
  const { t } = useTranslation('call');
  const { admission, encounterId } = useStore(flow.state);
  return (
    <Mirror flow={flow} title={admission ? meeting(admission) : t('preview.title')} hint={t('preview.hint')}>
      <Button variant="primary" className="call-join" onPress={() => flow.join()}>
        {t('press.join')}
      </Button>
      <button type="button" className="call-listen" onClick={() => flow.joinToListen()}>
        {t('preview.listen')}
      </button>
      <Link href="/" onClick={() => encounterId && tellLeft(encounterId, true)}>
        {t('press.corridor')}
      </Link>
    </Mirror>
  );
}

interface MirrorProps {
  flow: CallFlow;
  title: string;
  hint: string;
  /** What one may do from here. */
  children: ReactNode;
}

/** One's own picture and sound, and the devices they come from. */
export function Mirror({ flow, title, hint, children }: MirrorProps) {
  const { t } = useTranslation('call');
  const local = useStore(flow.local.state);
  const { silent, cameraOff, toggleMicrophone, toggleCamera } = useToggles(flow.local);
  const [more, setMore] = useState(false);
  const trouble = deviceTrouble(local);
  return (
    <main className="call-preview">
      <header>
        <h1>{title}</h1>
        <p className="call-private">{hint}</p>
      </header>
      <OwnPicture local={flow.local} />
      <div className="call-choices">
        <div className="call-bar">
          <BarPress press="microphone" icon={silent ? MicOff : Mic} off={silent} onPress={toggleMicrophone}>
            {t(silent ? 'press.unmute' : 'press.mute')}
          </BarPress>
          <BarPress press="camera" icon={cameraOff ? VideoOff : VideoIcon} off={cameraOff} onPress={toggleCamera}>
            {t(cameraOff ? 'press.cameraOn' : 'press.cameraOff')}
          </BarPress>
        </div>
        <p role="status" className="call-preview-status">
          {trouble}
        </p>
        {trouble && (
          <Suspense>
            <PermissionHelp local={flow.local} />
          </Suspense>
        )}
        <OwnDevices flow={flow} />
        <button type="button" className="call-more" aria-expanded={more} onClick={() => setMore(!more)}>
          {t('preview.more')}
        </button>
        {more && (
          <Suspense>
            <MoreChoices flow={flow} />
          </Suspense>
        )}
        {children}
        <Suspense>
          <WayThrough />
        </Suspense>
      </div>
    </main>
  );
}
