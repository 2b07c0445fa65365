import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { useLive } from '../../live/index.ts';
import { InLounge } from '../../lounge/index.ts';
import { VisitReminder } from '../../waiting/index.ts';
import type { CallFlow } from '../call-flow.ts';
import { AtCoffee } from '../coffee/AtCoffee.tsx';
import { useResting } from '../connection/index.ts';
import { Hands } from '../floor/Hands.tsx';
import { type Call, findChosen } from '../media-client/index.ts';
import { deviceTrouble, newsWords, status } from '../messages.ts';
import { HostBar } from '../moderation/index.ts';
import { TalkingTime } from '../talking/index.ts';
import { useStore } from '../use-store.ts';
import { useGreeting } from './greeting.ts';
import { NoWayThrough } from './NoWayThrough.tsx';
import { Sound } from './Sound.tsx';

/** The one line that says how the call stands, and what goes with it. */
export function Status({ flow, call }: { flow: CallFlow; call: Call }) {
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
      {/* Not atomic: what stands is not read again when something comes beside it, or goes. */}
      <p role="status" aria-atomic={false} data-trouble={(!saidBelow && state.trouble) || undefined}>
        {Object.entries({ words, resting, news, devices, effects }).map(
          ([what, said]) => said && <span key={what}>{said} </span>,
        )}
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
