import { lazy, Suspense, useRef, useState } from 'react';
import { BesideTiles } from '../../doorkeeping/index.ts';
import { live } from '../../live/index.ts';
import { PictureInPicture } from '../apart/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { ChatPanel } from '../chat/index.ts';
import { useCoffee } from '../coffee/use-coffee.ts';
import { DeviceSettings } from '../devices/index.ts';
import { CallEnded } from '../ended/CallEnded.tsx';
import type { Call, LocalMedia } from '../media-client/index.ts';
import { isLeftAlone } from '../messages.ts';
import { useStore } from '../use-store.ts';
import { ControlBar } from './ControlBar.tsx';
import { Heading } from './Heading.tsx';
import { People } from './People.tsx';
import { SafetyPress } from './SafetyPress.tsx';
import { Status } from './Status.tsx';
import { useBegun } from './use-begun.ts';
import { useFocusInside } from './use-focus-inside.ts';
import { useVisit } from './use-visit.ts';

const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx').then((part) => ({ default: part.ShortcutsDialog })));

interface StageProps {
  flow: CallFlow;
  call: Call;
  /** The person has pressed Leave, and the call is left. */
  onLeave: () => void;
}

/** The call itself: faces first, one line that says how it stands, one bar. */
export function Stage({ flow, call, onLeave }: StageProps) {
  // Each by itself: what the whole stage stands on is drawn anew with all that is on it.
  const phase = useStore(call.state, (state) => state.phase);
  const ending = useStore(call.state, (state) => state.ending);
  const seen = useStore(call.state, (state) => state.seen);
  const others = useStore(call.state, (state) => state.participants.length);
  const isAlone = useStore(call.state, isLeftAlone);
  const isBegun = useBegun(seen);
  const { rang } = useCoffee(flow.state.getState().encounterId);
  const { encounterId } = flow.state.getState();
  const isLounge = useStore(flow.state, ({ admission }) => admission?.kind === 'lounge');
  const visit = useVisit(encounterId, ending);
  // The mentor's own way out while the room closes behind them.
  const [movingOn, setMovingOn] = useState(false);
  const [help, setHelp] = useState(false);
  const [devices, setDevices] = useState(false);
  const chatOpen = useStore(call.chat.state, (chat) => chat.open);
  const chatPress = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLElement>(null);
  useFocusInside(whole);
  if (ending && ending.reason !== 'left' && !movingOn) {
    const { movedOn, kindWord } = visit;
    const words = { timeIsUp: rang, movedOn, kindWord };
    return <CallEnded ending={ending} phase={phase} {...words} onAgain={() => flow.again()} />;
  }
  const leave = () => {
    call.leave();
    onLeave();
  };
  const moveOn = async () => {
    if (!encounterId) return;
    setMovingOn(true);
    await live.moveOn(encounterId).then(leave, (thrown: unknown) => {
      setMovingOn(false);
      throw thrown;
    });
  };
  const leaveVisit = () => {
    visit.left();
    leave();
  };
  const toggleChat = () => {
    call.chat.setOpen(!chatOpen);
    if (chatOpen) chatPress.current?.focus();
  };
  return (
    <main ref={whole} className="call" data-seen={(seen && isBegun) || undefined}>
      <Heading
        flow={flow}
        call={call}
        others={others}
        presses={isBegun}
        onDevices={() => setDevices(true)}
        onHelp={() => setHelp(true)}
      />
      <Status flow={flow} call={call} />
      <div className="call-middle">
        <People call={call} local={flow.local} whole={isBegun} />
        {visit.atMyDoor && (
          <Suspense>
            <BesideTiles encounterId={encounterId} onMoveOn={moveOn} />
          </Suspense>
        )}
        {chatOpen && (
          <Suspense>
            <ChatPanel call={call} onClose={toggleChat} />
          </Suspense>
        )}
      </div>
      <ControlBar
        call={call}
        local={flow.local}
        chatPress={chatPress}
        onChat={toggleChat}
        onHelp={() => setHelp(true)}
        onLeave={leaveVisit}
        leaveIsNext={isAlone && !isLounge}
        whole={isBegun}
      >
        {isBegun && <SafetyPress flow={flow} call={call} onBlocked={leave} />}
      </ControlBar>
      <InSmallWindow call={call} local={flow.local} onLeave={leaveVisit} />
      {help && (
        <Suspense>
          <ShortcutsDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
      {devices && (
        <Suspense>
          <DeviceSettings flow={flow} onClose={() => setDevices(false)} />
        </Suspense>
      )}
    </main>
  );
}

/** Once it has been opened it stays ready: a browser may then open it by itself when the page is put aside. */
function InSmallWindow(props: { call: Call; local: LocalMedia; onLeave: () => void }) {
  const apart = useStore(props.call.view.state, (view) => view.apart);
  const [ready, setReady] = useState(apart);
  if (apart && !ready) setReady(true);
  return (
    ready && (
      <Suspense>
        <PictureInPicture {...props} />
      </Suspense>
    )
  );
}
