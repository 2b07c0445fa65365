import { Mic, MicOff, Video as VideoIcon, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../design/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { deviceTrouble, meeting } from '../messages.ts';
import { BarPress } from '../stage/BarPress.tsx';
import { useToggles } from '../stage/ControlBar.tsx';
import { Video } from '../stage/Video.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { LevelBar } from './LevelBar.tsx';

/** Shown once on a machine: how one looks and sounds, which devices, and one press. */
export function Preview({ flow }: { flow: CallFlow }) {
  const { t } = useTranslation('call');
  const admission = useStore(flow.state, (state) => state.admission);
  return (
    <Mirror flow={flow} title={admission ? meeting(admission) : t('preview.title')} hint={t('preview.hint')}>
      <Button variant="primary" className="call-join" onPress={() => flow.join()}>
        {t('press.join')}
      </Button>
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
  const speakerId = useStore(flow.state, (state) => state.speakerId);
  const local = useStore(flow.local.state);
  const { silent, cameraOff, toggleMicrophone, toggleCamera } = useToggles(flow.local);
  return (
    <main className="call-preview">
      <header>
        <h1>{title}</h1>
        <p className="call-private">{hint}</p>
      </header>
      <div className="call-mirror">
        <Video track={local.tracks.camera ?? null} mirrored />
        {!local.tracks.camera && (
          <p className="call-mirror-off">
            {t(local.camera === 'asking' ? 'preview.cameraStarts' : 'preview.cameraIsOff')}
          </p>
        )}
      </div>
      <div className="call-choices">
        <LevelBar meter={flow.local.meter} muted={silent} />
        <div className="call-bar">
          <BarPress press="microphone" icon={silent ? MicOff : Mic} off={silent} onPress={toggleMicrophone}>
            {t(silent ? 'press.unmute' : 'press.mute')}
          </BarPress>
          <BarPress press="camera" icon={cameraOff ? VideoOff : VideoIcon} off={cameraOff} onPress={toggleCamera}>
            {t(cameraOff ? 'press.cameraOn' : 'press.cameraOff')}
          </BarPress>
        </div>
        <p role="status" className="call-preview-status">
          {deviceTrouble(local)}
        </p>
        {(['microphone', 'camera', 'speaker'] as const).map((kind) => (
          <DeviceChoice
            key={kind}
            kind={kind}
            devices={local.devices}
            chosen={kind === 'speaker' ? speakerId : (local.tracks[kind]?.getSettings().deviceId ?? null)}
            onChoose={(deviceId) => flow.choose(kind, deviceId)}
          />
        ))}
        {children}
      </div>
    </main>
  );
}
