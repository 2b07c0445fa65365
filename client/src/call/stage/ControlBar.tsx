import { LogOut, MessageSquare, Mic, MicOff, MonitorUp, MonitorX, Video, VideoOff } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { canStandApart } from '../apart/index.ts';
import { FloorPresses, useHand } from '../floor/FloorPresses.tsx';
import type { Call, LocalMedia } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';
import { BarPress } from './BarPress.tsx';
import { usePushToTalk } from './use-push-to-talk.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface ControlBarProps {
  call: Call;
  local: LocalMedia;
  /** The press that opens the chat, to which the focus goes back. */
  chatPress: RefObject<HTMLButtonElement | null>;
  onChat: () => void;
  onHelp: () => void;
  onLeave: () => void;
  /** Nobody else is here any more: leaving is what is left to do. */
  leaveIsNext: boolean;
  /** Whether what is not needed at once is drawn too. */
  whole: boolean;
  /** Further presses, before Leave. */
  children: ReactNode;
}

/** Everything one does in a call, in one bar. */
export function ControlBar(props: ControlBarProps) {
  const { call, local, chatPress, onChat, onHelp, onLeave, leaveIsNext, whole, children } = props;
  const { t } = useTranslation('call');
  const { silent, cameraOff, toggleMicrophone, toggleCamera } = useToggles(local);
  const screen = useStore(local.state, (state) => state.screen);
  const sharing = screen === 'on';
  const toggleShare = () => (sharing ? local.stopSharing() : void local.share());
  const othersShare = useStore(call.state, ({ participants }) => participants.some(({ tracks }) => tracks.screen));
  const somethingShared = sharing || othersShare;
  const hand = useHand(call);
  const { open, unread } = useStore(call.chat.state);
  usePushToTalk(local);
  useShortcuts({
    microphone: toggleMicrophone,
    camera: toggleCamera,
    share: screen === 'unsupported' ? () => undefined : toggleShare,
    hand: hand.toggle,
    chat: onChat,
    view: () => call.view.toggleLayout(),
    point: () => somethingShared && call.view.togglePointing(),
    apart: () => canStandApart() && call.view.setApart(!call.view.state.getState().apart),
    leave: onLeave,
    help: onHelp,
  });
  return (
    <section aria-label={t('controls')} className="call-bar">
      <BarPress press="microphone" icon={silent ? MicOff : Mic} off={silent} onPress={toggleMicrophone}>
        {t(silent ? 'press.unmute' : 'press.mute')}
      </BarPress>
      <BarPress press="camera" icon={cameraOff ? VideoOff : Video} off={cameraOff} onPress={toggleCamera}>
        {t(cameraOff ? 'press.cameraOn' : 'press.cameraOff')}
      </BarPress>
      {whole && screen !== 'unsupported' && (
        <BarPress press="share" icon={sharing ? MonitorX : MonitorUp} onPress={toggleShare}>
          {t(sharing ? 'press.stopSharing' : 'press.share')}
        </BarPress>
      )}
      {whole && (
        <>
          <FloorPresses call={call} hand={hand} />
          <BarPress
            ref={chatPress}
            press="chat"
            icon={MessageSquare}
            minor
            expanded={open}
            badge={unread}
            description={unread > 0 ? t('unread', { count: unread }) : undefined}
            onPress={onChat}
          >
            {t('press.chat')}
          </BarPress>
        </>
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
  const { microphone, camera, muted, cameraWanted, saving } = useStore(local.state);
  const silent = muted || (microphone !== 'ready' && microphone !== 'asking' && microphone !== 'off');
  const cameraOff = saving || !cameraWanted || (camera !== 'ready' && camera !== 'asking' && camera !== 'off');
  return {
    silent,
    cameraOff,
    toggleMicrophone: () => local.setMuted(!silent),
    toggleCamera: () => local.setCamera(cameraOff),
  };
}
