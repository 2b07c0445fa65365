import './doorway.css';
import type { DoorColour } from './door-colours.ts';

export interface DoorwayProps {
  look: 'open' | 'ajar' | 'closed';
  colour: DoorColour;
  /** How many people are seen in the light; more than three look like three. Default: nobody. */
  figures?: number;
}

/** A door drawn in its frame, with the light behind it and on the floor before it. For the eye only: words stand beside it. */
export function Doorway({ look, colour, figures = 0 }: DoorwayProps) {
  return (
    <div className="doorway" data-look={look} data-colour={colour} aria-hidden="true">
      <div className="doorway-spill" />
      <div className="doorway-frame">
        <div className="doorway-room">
          <div className="doorway-figures">
            {['first', 'second', 'third'].slice(0, figures).map((figure) => (
              <i key={figure} />
            ))}
          </div>
        </div>
        <div className="doorway-leaf">
          <i className="doorway-panel" />
          <i className="doorway-panel" />
          <i className="doorway-knob" />
        </div>
      </div>
    </div>
  );
}
