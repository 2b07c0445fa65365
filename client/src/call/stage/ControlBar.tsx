import { LogOut, type LucideIcon, Mic, MicOff, MonitorUp, MonitorX, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalMedia } from '../media-client/index.ts';
import { keyOf, type Press } from './shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface ControlBarProps {
  local: LocalMedia;
  onLeave: () => void;
  /** Nobody else is here any more: leaving is what is left to do. */
  leaveIsNext: boolean;
  /** Further presses, before Leave. */
  children: ReactNode;
}

/** Everything one does in a call, in one bar. */
export function ControlBar({ local, onLeave, leaveIsNext, children }: ControlBarProps) {
  const { t } = useTranslation('call');
  const { silent, cameraOff, toggleMicrophone, toggleCamera } = useToggles(local);
  const screen = useStore(local.state, (state) => state.screen);
  const sharing = screen === 'on';
  const toggleShare = () => (sharing ? local.stopSharing() : void local.share());
  useShortcuts({
    microphone: toggleMicrophone,
    camera: toggleCamera,
    share: screen === 'unsupported' ? () => undefined : toggleShare,
    leave: onLeave,
  });
  return (
    <section aria-label={t('controls')} className="call-bar">
      <BarPress press="microphone" icon={silent ? MicOff : Mic} off={silent} onPress={toggleMicrophone}>
        {t(silent ? 'press.unmute' : 'press.mute')}
      </BarPress>
      <BarPress press="camera" icon={cameraOff ? VideoOff : Video} off={cameraOff} onPress={toggleCamera}>
        {t(cameraOff ? 'press.cameraOn' : 'press.cameraOff')}
      </BarPress>
      {screen !== 'unsupported' && (
        <BarPress press="share" icon={sharing ? MonitorX : MonitorUp} onPress={toggleShare}>
          {t(sharing ? 'press.stopSharing' : 'press.share')}
        </BarPress>
      )}
      {children}
      <BarPress press="leave" icon={LogOut} look={leaveIsNext ? 'leave-next' : 'leave'} onPress={onLeave}>
        {t('press.leave')}
      </BarPress>
    </section>
  );
}

/** What the microphone and camera buttons say and do, here and in the preview. */
export function useToggles(local: LocalMedia) {
  const { microphone, camera, muted, cameraWanted } = useStore(local.state);
  const silent = muted || (microphone !== 'ready' && microphone !== 'asking' && microphone !== 'off');
  const cameraOff = !cameraWanted || (camera !== 'ready' && camera !== 'asking' && camera !== 'off');
  return {
    silent,
    cameraOff,
    toggleMicrophone: () => local.setMuted(!silent),
    toggleCamera: () => local.setCamera(cameraOff),
  };
}

interface BarPressProps {
  press: Press;
  icon: LucideIcon;
  off?: boolean;
  look?: 'leave' | 'leave-next';
  onPress: () => void;
  children: string;
}

export function BarPress({ press, icon: Icon, off = false, look, onPress, children }: BarPressProps) {
  const { t } = useTranslation('call');
  const key = keyOf[press];
  return (
    <button
      type="button"
      className="call-press"
      aria-label={children}
      aria-keyshortcuts={key}
      title={t('shortcut', { key })}
      data-off={off || undefined}
      data-look={look}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      <span className="call-press-words">{children}</span>
      <span className="call-key" data-key={key} />
    </button>
  );
}
