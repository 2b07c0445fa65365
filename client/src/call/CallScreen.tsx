import './en.ts';
import './call.css';
import type { EncounterId } from '@ajar/shared';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { admissionFor, comesToListen, freshAdmission, usePageTitle } from '../live/index.ts';
import { CallFlow } from './call-flow.ts';
import { useShowUp } from './coffee/use-coffee.ts';
import { CallEnded } from './ended/CallEnded.tsx';
import { ListeningMemory } from './listening.ts';
import { meeting } from './messages.ts';
import { Preview } from './preview/Preview.tsx';
import { Stage } from './stage/Stage.tsx';
import { machineStorage, windowStorage } from './storage.ts';

/** The call at `/call/:encounterId`: preview the first time, then the stage, then how it ended. */
export function CallScreen({ encounterId }: { encounterId: EncounterId }) {
  const [flow, setFlow] = useState<CallFlow | null>(null);
  const first = useRef(encounterId);
  useEffect(() => {
    const listening = new ListeningMemory(windowStorage());
    // Whoever has just pressed means what they pressed; after a reload it is what was.
    const pressed = comesToListen(first.current);
    if (pressed !== null) listening.write(first.current, pressed);
    const listens = pressed ?? listening.read(first.current) ?? false;
    const made = new CallFlow({ admissionFor, freshAdmission, storage: machineStorage(), listening, listens });
    // Not a render later: the way in is asked for while this screen is still being drawn.
    made.enter(first.current);
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
