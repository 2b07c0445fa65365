import type { CallFlow } from '../call-flow.ts';
import { useToggles } from '../stage/ControlBar.tsx';
import { useStore } from '../use-store.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import { LevelBar } from './LevelBar.tsx';

/** How loud one is, and which microphone, camera and speaker it is. */
export function OwnDevices({ flow }: { flow: CallFlow }) {
  const { devices, inUse } = useStore(flow.local.state);
  const speakerId = useStore(flow.state, (state) => state.speakerId);
  const { silent } = useToggles(flow.local);
  return (
    <>
      <LevelBar meter={flow.local.meter} muted={silent} />
      {(['microphone', 'camera', 'speaker'] as const).map((kind) => (
        <DeviceChoice
          key={kind}
          kind={kind}
          devices={devices}
          chosen={kind === 'speaker' ? speakerId : (inUse[kind] ?? null)}
          onChoose={(deviceId) => flow.choose(kind, deviceId)}
        />
      ))}
    </>
  );
}
