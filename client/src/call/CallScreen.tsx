import './en.ts';
import './call.css';
import type { EncounterId } from '@ajar/shared';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { usePageTitle } from '../live/index.ts';
import { takeFlow } from './begun.ts';
import type { CallFlow } from './call-flow.ts';
import { useShowUp } from './coffee/use-coffee.ts';
import { CallEnded } from './ended/CallEnded.tsx';
import { meeting } from './messages.ts';
import { Preview } from './preview/Preview.tsx';
import { Stage } from './stage/Stage.tsx';
import { useStore } from './use-store.ts';

/** The call at `/call/:encounterId`: preview the first time, then the stage, then how it ended. */
export function CallScreen({ encounterId }: { encounterId: EncounterId }) {
  const [flow, setFlow] = useState<CallFlow | null>(null);
  const first = useRef(encounterId);
  useEffect(() => {
    // Not a render later: the way in is asked for while this screen is still being drawn.
    const made = takeFlow(first.current);
    setFlow(made);
    return () => void made.close();
  }, []);
  useEffect(() => flow?.enter(encounterId), [flow, encounterId]);
  return flow && <CallNow flow={flow} />;
}

function CallNow({ flow }: { flow: CallFlow }) {
  const { admission, call, error } = useStore(flow.state);
  const [, navigate] = useLocation();
  useShowUp(admission?.encounterId ?? null, admission?.kind === 'coffee');
  usePageTitle(admission ? meeting(admission) : 'Ajar');
  if (error && !call)
    return <CallEnded ending={{ reason: 'error', error }} phase="failed" onAgain={() => flow.again()} />;
  if (!call) return <Preview flow={flow} />;
  return <Stage key={flow.state.getState().encounterId} flow={flow} call={call} onLeave={() => navigate('/')} />;
}
