import { Keyboard, Settings2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { BesideTiles } from '../../doorkeeping/index.ts';
import { live, useLive } from '../../live/index.ts';
import { InLounge } from '../../lounge/index.ts';
import { VisitReminder } from '../../waiting/index.ts';
import { PictureInPicture } from '../apart/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { ChatPanel } from '../chat/index.ts';
import { AtCoffee } from '../coffee/AtCoffee.tsx';
import { useCoffee } from '../coffee/use-coffee.ts';
import { ConnectionPress, useResting } from '../connection/index.ts';
import { DeviceSettings } from '../devices/index.ts';
import { CallEnded } from '../ended/CallEnded.tsx';
import { Hands } from '../floor/Hands.tsx';
import { type Call, findChosen, type LocalMedia } from '../media-client/index.ts';
import { deviceTrouble, heading, isLeftAlone, newsWords, status } from '../messages.ts';
import { HostBar } from '../moderation/index.ts';
import { TalkingTime } from '../talking/index.ts';
import { useStore } from '../use-store.ts';
import { ControlBar } from './ControlBar.tsx';
import { useGreeting } from './greeting.ts';
import { NoWayThrough } from './NoWayThrough.tsx';
import { People } from './People.tsx';
import { SafetyPress } from './SafetyPress.tsx';
import { Sound } from './Sound.tsx';
import { useBegun } from './use-begun.ts';
import { useFocusInside } from './use-focus-inside.ts';
import { useVisit } from './use-visit.ts';
import { ViewPress } from './ViewPress.tsx';

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

interface HeadingProps {
  flow: CallFlow;
  call: Call;
  others: number;
  /** Whether its presses are drawn yet. */
  presses: boolean;
  onDevices: () => void;
  onHelp: () => void;
}

function Heading({ flow, call, others, presses, onDevices, onHelp }: HeadingProps) {
  const { t } = useTranslation('call');
  const admission = useStore(flow.state, (state) => state.admission);
  return (
    <header className="call-head">
      <h1>{admission && heading(admission)}</h1>
      <p className="call-private">{t(others > 1 ? 'private.many' : 'private.two')}</p>
      <div className="call-head-presses">
        {presses && (
          <>
            <ConnectionPress call={call} local={flow.local} />
            <button
              type="button"
              className="call-help call-devices"
              aria-label={t('press.devices')}
              title={t('press.devices')}
              onClick={onDevices}
            >
              <Settings2 aria-hidden="true" />
            </button>
            <ViewPress call={call} />
            <button
              type="button"
              className="call-help"
              aria-label={t('press.shortcuts')}
              title={t('press.shortcuts')}
              data-keys
              onClick={onHelp}
            >
              <Keyboard aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {admission?.reason && <p className="call-reason">{admission.reason}</p>}
    </header>
  );
}

function Status({ flow, call }: { flow: CallFlow; call: Call }) {
  const { t } = useTranslation('call');
  const state = useStore(call.state);
  const expected = useStore(flow.state, ({ admission }) => admission?.with);
  const kind = useStore(flow.state, ({ admission }) => admission?.kind);
  const speakerId = useSpeaker(flow);
  const devices = deviceTrouble(useStore(flow.local.state));
  const effects = useStore(flow.effects.state, (state) => state.words);
  const visitId = useLive(({ corridor }) => {
    const encounter = corridor?.mine.encounter;
    return encounter?.kind === 'door' ? encounter.encounterId : null;
  });
  const resting = useResting(call);
  const talkingTime = useStore(call.view.state, (view) => view.talkingTime);
  const [soundBlocked, setSoundBlocked] = useState(false);
  const [asked, setAsked] = useState(0);
  const greeting = useGreeting(state.participants);
  const news = newsWords(useStore(call.floor.state, (floor) => floor.news));
  // Why nothing gets through is said below, better than here.
  const [saidBelow, setSaidBelow] = useState(false);
  const words = saidBelow ? null : (status(state, expected ?? []) ?? greeting);
  return (
    <div className="call-status">
      <p role="status" data-trouble={(!saidBelow && state.trouble) || undefined}>
        {[words, resting, news, devices, effects].filter(Boolean).join(' ')}
      </p>
      {soundBlocked && (
        <Button variant="primary" onPress={() => setAsked((times) => times + 1)}>
          {t('press.soundOn')}
        </Button>
      )}
      <NoWayThrough flow={flow} call={call} onSays={setSaidBelow} />
      <Sound participants={state.participants} speakerId={speakerId} asked={asked} onBlocked={setSoundBlocked} />
      {state.me?.moderates && state.phase !== 'joining' && <HostOfRoom call={call} />}
      <Hands call={call} />
      {talkingTime && (
        <Suspense>
          <TalkingTime call={call} onClose={() => call.view.setTalkingTime(false)} />
        </Suspense>
      )}
      <AtCoffee encounterId={flow.state.getState().encounterId} />
      {visitId && (
        <Suspense>
          <VisitReminder encounterId={visitId} />
        </Suspense>
      )}
      {kind === 'lounge' && (
        <Suspense>
          <InLounge />
        </Suspense>
      )}
    </div>
  );
}

/** The lock is for rooms that others may come into while a call is under way. */
function HostOfRoom({ call }: { call: Call }) {
  const isRoom = useLive(
    ({ corridor }) => corridor?.doors.find((door) => door.doorId === corridor.mine.doorId)?.kind === 'shared',
  );
  return (
    isRoom && (
      <Suspense>
        <HostBar call={call} />
      </Suspense>
    )
  );
}

/** The speaker that was chosen, while it is there. */
function useSpeaker(flow: CallFlow): string | null {
  const { speakerId: id, labels } = useStore(flow.state);
  const devices = useStore(flow.local.state, (state) => state.devices);
  return id && findChosen('audiooutput', { id, label: labels.speaker }, devices);
}
