import './en.ts';
import './devices.css';
import type { CallFlow } from '../call-flow.ts';
import { useStore } from '../use-store.ts';
import { EffectChoices } from './EffectChoices.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';

/** What most people leave as it is: the speaker test, the background, the noise. */
export function MoreChoices({ flow }: { flow: CallFlow }) {
  const speakerId = useStore(flow.state, (state) => state.speakerId);
  return (
    <div className="devices-more">
      <SpeakerTest speakerId={speakerId} />
      <EffectChoices effects={flow.effects} />
    </div>
  );
}
